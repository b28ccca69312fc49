import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.d.ts';
import '../keys/key-words.ts';
import { moment } from '../../common/moments.ts';

type Row = components['schemas']['AuditItem'];

/** What happened, to what, by whom. */
export function AuditTable({ rows, opens }: { rows: Row[]; opens: boolean }) {
  const { t } = useTranslation('admin');
  const frame = useTranslation();
  const keys = useTranslation('keys');
  const named = ({ source, type }: Row) =>
    source === 'case'
      ? frame.t(`event.${type}`, { defaultValue: type })
      : source === 'staff'
        ? t(`staffEvent.${type}`)
        : source === 'system'
          ? keys.t(`event.${type}`)
          : t('audit.published');
  const who = ({ actor, actingFor, kind }: Row) =>
    `${actor ?? frame.t(`actor.${kind}`)}${actingFor ? t('audit.for', { name: actingFor }) : ''}`;
  return (
    <table className="admin-table">
      <thead>
        <tr>
          <th scope="col">{t('audit.at')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.about')}</th>
          <th scope="col">{t('audit.by')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={`${at}${row.at}`}>
            <td>
              <time dateTime={row.at}>{moment(row.at)}</time>
            </td>
            <td>
              <b>{named(row)}</b>
            </td>
            <td>
              <About row={row} opens={opens} />
            </td>
            <td>{who(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function About({ row, opens }: { row: Row; opens: boolean }) {
  const { t } = useTranslation('admin');
  if (!row.complaintId) return row.person ?? row.version ?? row.system ?? '–';
  const short = t('audit.caseOf', { id: row.complaintId.slice(-8) });
  return opens ? <a href={`/case/${row.complaintId}`}>{short}</a> : <code>{row.complaintId}</code>;
}
