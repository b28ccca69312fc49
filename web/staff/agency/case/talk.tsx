import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../case/use-case.ts';
import { moment } from '../../common/moments.ts';

const withFiler = ['question_asked', 'filer_replied', 'rated', 'reopened'];
const amongStaff = ['noted', 'handed_over', 'returned', 'urging_answered', 'part_withdrawn'];

/** What was said to the filer and by the filer. */
export function Talk({ view }: { view: CaseView }) {
  const { t } = useTranslation('agency');
  return <Said view={view} types={withFiler} title={t('talk.title')} />;
}

/** What staff say among themselves: it looks like nothing that the filer is shown. */
export function Notes({ view }: { view: CaseView }) {
  const { t } = useTranslation('agency');
  return (
    <Said view={view} types={amongStaff} title={t('notes.title')} hidden={t('notes.hidden')} />
  );
}

interface SaidProps {
  view: CaseView;
  types: readonly string[];
  title: string;
  hidden?: string;
}

function Said({ view, types, title, hidden }: SaidProps) {
  const { t } = useTranslation();
  // Photos that were added are seen as such; their names say nothing.
  const entries = view.timeline.filter(
    ({ type, text, data }) => types.includes(type) && text && !Array.isArray(data['files']),
  );
  if (entries.length === 0) return null;
  return (
    <section className="panel" data-hidden={hidden ? true : undefined}>
      <h2>{title}</h2>
      {hidden && (
        <p className="not-for-filer">
          <EyeOff size={18} aria-hidden /> {hidden}
        </p>
      )}
      <ul className="talk-list">
        {entries.map(({ number, type, at, actor, text }) => (
          <li key={number} data-by={actor.kind}>
            <p className="muted">
              {t(`event.${type}`)} · {actor.name ?? t(`actor.${actor.kind}`)} · {moment(at)}
            </p>
            <p className="said">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
