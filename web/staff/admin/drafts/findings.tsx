import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inWords } from '../../words.ts';
import type { Finding } from './use-draft.ts';

/** What keeps a draft from being published, and what is worth knowing; each says where. */
export function Findings({ findings }: { findings: Finding[] | null }) {
  const { t } = useTranslation('admin');
  if (!findings)
    return (
      <p role="status" className="muted">
        {t('draft.checking')}
      </p>
    );
  const faults = findings.filter(({ level }) => level === 'fault');
  const warnings = findings.filter(({ level }) => level === 'warning');
  if (findings.length === 0)
    return (
      <Alert color="green" role="status">
        {t('draft.sound')}
      </Alert>
    );
  return (
    <>
      {faults.length > 0 && (
        <Alert color="red" role="alert" title={t('draft.faults', { number: faults.length })}>
          <List findings={faults} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <details>
          <summary>{t('draft.warnings', { number: warnings.length })}</summary>
          <List findings={warnings} />
        </details>
      )}
    </>
  );
}

const List = ({ findings }: { findings: Finding[] }) => (
  <ul>
    {findings.slice(0, 100).map(({ field, code, detail }) => (
      <li key={`${field}${code}${detail.vi}`}>
        <code>{field}</code> {inWords(detail)}
      </li>
    ))}
  </ul>
);

/** What stands at one place of the definition. */
export const findingAt = (findings: Finding[] | undefined, ...fields: string[]) => {
  const found = findings?.find(({ field }) =>
    fields.some((one) => field === one || field.startsWith(`${one}.`)),
  );
  return found && inWords(found.detail);
};
