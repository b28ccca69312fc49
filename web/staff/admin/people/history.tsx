import { useTranslation } from 'react-i18next';
import { moment } from '../../common/moments.ts';
import { Nothing } from '../../common/nothing.tsx';
import type { Account } from './person.tsx';

const shown = (value: unknown) =>
  Array.isArray(value) ? value.map((one) => one ?? '–').join(' → ') : '';

/** What has been done to an account, and by whom. */
export function History({ events }: { events: Account['events'] }) {
  const { t } = useTranslation('admin');
  return (
    <section className="panel" aria-labelledby="history-title">
      <h2 id="history-title">{t('people.history')}</h2>
      {events.length === 0 && <Nothing>{t('people.noHistory')}</Nothing>}
      <ul className="admin-list">
        {events.map(({ type, at, by, data }) => (
          <li key={`${at}${type}`}>
            <b>{t(`staffEvent.${type}`)}</b>{' '}
            {type === 'changed' &&
              Object.entries(data)
                .map(([field, value]) => `${t(`people.field.${field}`)} ${shown(value)}`)
                .join('; ')}
            <br />
            <span className="muted">
              {by ?? t('people.byProgram')} · <time dateTime={at}>{moment(at)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
