import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.d.ts';
import { moment } from '../../common/moments.ts';

/** What has been done to a key or a receiver, and by whom. */
export function SystemHistory({ events }: { events: components['schemas']['SystemEventView'][] }) {
  const { t } = useTranslation('keys');
  return (
    <section className="panel" aria-labelledby="history-title">
      <h2 id="history-title">{t('history')}</h2>
      <ul className="admin-list">
        {events.map(({ type, at, by }) => (
          <li key={`${at}${type}`}>
            <b>{t(`event.${type}`)}</b>
            <br />
            <span className="muted">
              {by ?? t('byProgram')} · <time dateTime={at}>{moment(at)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
