import { Button, Drawer } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Me } from '../../api/me.ts';
import type { CaseView } from '../../case/use-case.ts';
import { actionsOn, pathOf, primaryOf, type Action } from '../act/actions.ts';

/** What can be done, where a thumb is: the thing that waits, and the rest behind one touch. */
export function ActionBar({ view, me }: { view: CaseView; me: Me }) {
  const { t } = useTranslation('agency');
  const [opened, open] = useState(false);
  const actions = actionsOn(view, me);
  const primary = primaryOf(actions);
  const others = actions.filter((one) => one !== primary);
  if (actions.length === 0) return null;
  return (
    <div className="action-bar no-print" role="group" aria-label={t('case.actions')}>
      {primary && (
        <Button component={Link} href={pathOf(view.id, primary)} size="md">
          {t(`action.${primary.name}`)}
        </Button>
      )}
      {others.length > 0 && (
        <Button
          variant="default"
          size="md"
          leftSection={<Ellipsis aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => open(true)}
        >
          {t('case.others')}
        </Button>
      )}
      <Drawer
        opened={opened}
        onClose={() => open(false)}
        position="bottom"
        size="auto"
        title={t('case.others')}
        closeButtonProps={{ 'aria-label': t('close'), size: 'xl' }}
      >
        <ul className="action-list">
          {others.map((action) => (
            <li key={`${action.name}${action.number ?? ''}`}>
              <Link href={pathOf(view.id, action)}>
                <b>{t(`action.${action.name}`)}</b>
                <span>{t(`actionHint.${action.name}`, hintOf(view, action))}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Drawer>
    </div>
  );
}

const hintOf = ({ parts }: CaseView, { number }: Action) => ({
  number,
  task: parts.find((part) => part.number === number)?.task ?? '',
});
