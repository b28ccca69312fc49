import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findingAt } from '../findings.tsx';
import { read, written } from '../paths.ts';
import type { Finding } from '../use-draft.ts';

type Policy = Record<string, unknown>;
const urgencies = ['normal', 'urgent', 'complex'];
const tables = ['triage', 'firstResponse'];
const single = ['urgentAccept', 'waiting', 'confirmation', 'reopenWindow'];
const numbers = ['reopenResolveShare', 'maxReopens', 'lowRating'];
const nested = ['unclassified.accept', 'unclassified.resolve'];

interface Edited {
  definition: Policy;
  findings: Finding[];
  isOpen: boolean;
  onChange(definition: Policy): void;
}

/** The limits of the policy, in the city's own words for time. */
export function PolicyEditor({ definition, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const frame = useTranslation();
  const limit = (path: string, label: string, isHidden = false) => (
    <TextInput
      key={path}
      {...(isHidden ? { 'aria-label': label } : { label })}
      value={String(read(definition, path) ?? '')}
      error={findingAt(findings, path)}
      readOnly={!isOpen}
      onChange={(event) => onChange(written(definition, path, event.currentTarget.value))}
    />
  );
  return (
    <section className="panel">
      <p className="muted">{t('policy.hint')}</p>
      <div className="admin-scroll" tabIndex={0} role="region" aria-label={t('policy.limits')}>
        <table className="admin-table keeps">
          <caption className="only-read">{t('policy.limits')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('policy.clock')}</th>
              {urgencies.map((one) => (
                <th key={one} scope="col">
                  {frame.t(`urgency.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tables.map((row) => (
              <tr key={row}>
                <th scope="row">{t(`policy.field.${row}`)}</th>
                {urgencies.map((one) => (
                  <td key={one}>
                    {limit(
                      `${row}.${one}`,
                      `${t(`policy.field.${row}`)}, ${frame.t(`urgency.${one}`)}`,
                      true,
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="draft-fields">
        {[...single, ...nested].map((path) =>
          limit(path, t(`policy.field.${path.replace('.', '_')}`)),
        )}
        {numbers.map((path) => (
          <NumberInput
            key={path}
            label={t(`policy.field.${path}`)}
            value={Number(read(definition, path) ?? 0)}
            error={findingAt(findings, path)}
            readOnly={!isOpen}
            hideControls
            onChange={(value) => onChange(written(definition, path, Number(value)))}
          />
        ))}
      </div>
      <p className="muted">{t('policy.ladders')}</p>
    </section>
  );
}
