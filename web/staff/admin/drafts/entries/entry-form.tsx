import { Button } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../common/mark.tsx';
import { inWords } from '../../../words.ts';
import type { Finding } from '../use-draft.ts';
import { EditContext, type Edit } from './edit.ts';

interface Given extends Edit {
  title: string;
  about: string;
  marks: ReactNode;
  startsOpen: boolean;
  onRemove?: (() => void) | undefined;
  children: ReactNode;
}

const levels = ['fault', 'warning'] as const;

/** One entry; its fields are drawn when it is opened. */
export function EntryForm(given: Given) {
  const { t } = useTranslation('admin');
  const { entry, field, findings, isOpen, title, about, marks, children } = given;
  const [open, setOpen] = useState(given.startsOpen);
  const edit = useMemo(
    () => ({ entry, field, isOpen, findings, onChange: given.onChange }),
    [entry, field, isOpen, findings, given.onChange],
  );
  return (
    <details className="entry" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="entry-title">{title}</span> <span className="muted">{about}</span> {marks}
        {levels.map((level) =>
          findings.some((one) => one.level === level) ? (
            <Mark key={level} tone={level === 'fault' ? 'bad' : 'warn'}>
              {t(`rules.${level}`)}
            </Mark>
          ) : null,
        )}
      </summary>
      {open && (
        <EditContext value={edit}>
          <Said findings={findings} />
          {children}
          {given.onRemove && isOpen && (
            <Button variant="subtle" onClick={given.onRemove}>
              {t('entry.removeNew')}
            </Button>
          )}
        </EditContext>
      )}
    </details>
  );
}

const Said = ({ findings }: { findings: Finding[] }) =>
  findings.map(({ field, code, level, detail }) => (
    <p key={field + code + detail.vi} className={level === 'fault' ? 'admin-bad' : 'muted'}>
      {inWords(detail)}
    </p>
  ));
