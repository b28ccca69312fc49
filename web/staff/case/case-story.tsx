import './words.ts';
import { useTranslation } from 'react-i18next';
import { moment } from '../common/moments.ts';
import { useNames } from '../api/catalog.ts';
import type { CaseView } from './use-case.ts';
import './case.css';

/** What the filer said, with photos and files. */
export function CaseText({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { ward } = useNames();
  const { place } = view;
  return (
    <section aria-label={t('case.said')}>
      <blockquote className="case-text">{view.text}</blockquote>
      <p>{[place.address, ward(place.ward)].filter(Boolean).join(', ')}</p>
      <CaseFiles view={view} />
    </section>
  );
}

/** Photos and files; what is in quarantine is named and not given out. */
export function CaseFiles({ view }: { view: CaseView }) {
  const { t } = useTranslation('case');
  if (view.attachments.length === 0) return null;
  return (
    <ul className="case-files">
      {view.attachments.map(({ id, name, type, scan }, at) => {
        const path = `/api/cases/${view.id}/attachments/${id}`;
        if (scan === 'quarantined' || scan === 'infected')
          return <li key={id}>{t('quarantined', { name })}</li>;
        return (
          <li key={id}>
            <a href={path} target="_blank" rel="noreferrer">
              {type.startsWith('image/') ? (
                <img src={path} alt={t('photo', { number: at + 1, name })} loading="lazy" />
              ) : (
                name
              )}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** What somebody has taken down for the filer is the filer's word all the same. */
const nameOf = (type: string, data: Record<string, unknown>) =>
  type === 'filer_replied' && data['by'] === 'phone' ? 'filer_replied_by_phone' : type;

/** Everything that has happened, newest last. */
export function CaseTimeline({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  return (
    <ol className="case-timeline" aria-label={t('case.timeline')}>
      {view.timeline.map(({ number, type, at, actor, data, text }) => (
        <li key={number}>
          <p>
            <b>{t(`event.${nameOf(type, data)}`, { defaultValue: type })}</b>{' '}
            <span className="muted">
              {actor.name ?? t(`actor.${actor.kind}`)} · <time dateTime={at}>{moment(at)}</time>
            </span>
          </p>
          {text && <p className="case-said">{text}</p>}
        </li>
      ))}
    </ol>
  );
}
