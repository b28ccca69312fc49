import { Button, Modal, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/catalog.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { useCommand, type CaseItem } from '../../case/use-case.ts';
import { Wrong } from '../../common/wrong.tsx';
import { REPORTS } from '../reports.ts';
import { CITY } from '../words.ts';

type Urged = Pick<CaseItem, 'id' | 'version' | 'status' | 'lead'>;

/** Only an agency that has the matter can be urged. */
export const urgeable = ({ status, lead }: Urged) =>
  lead !== null && ['assigned', 'in_progress'].includes(status);

/** A letter of urging to the agency that leads. What was typed stays until it is sent. */
export function Urge({ item }: { item: Urged }) {
  const { t } = useTranslation(CITY);
  const names = useNames();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const command = useCommand();
  const stale = command.error !== null && problemOf(command.error).code === 'case.stale';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    command.mutate(
      { id: item.id, version: presentVersion(command.error, item), name: 'urge', body: { text } },
      {
        onSuccess: () => {
          setOpen(false);
          setText('');
          void queries.invalidateQueries({ queryKey: [REPORTS] });
        },
      },
    );
  };
  return (
    <>
      <Button className="no-print" variant="light" size="compact-md" onClick={() => setOpen(true)}>
        {t('urge.do')}
      </Button>
      {command.isSuccess && (
        <span role="status" className="done">
          {' '}
          {t('urge.done', { agency: names.agency(item.lead) })}
        </span>
      )}
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('urge.title', { agency: names.agency(item.lead) })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <form className="urge" onSubmit={submit}>
          {command.error && <Wrong error={command.error} />}
          {stale && <p>{t('urge.stale')}</p>}
          <Textarea
            label={t('urge.text')}
            description={t('urge.hint')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={2000}
            minRows={4}
            autosize
            data-autofocus
            required
          />
          <div className="buttons">
            <Button type="submit" loading={command.isPending}>
              {t('urge.send')}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('close')}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}

/** After a refusal the case as it is now, which the refusal brings. */
function presentVersion(error: Error | null, { version }: Urged): number {
  const present = error && (problemOf(error).said.present as { version?: number } | undefined);
  return Math.max(present?.version ?? 0, version);
}
