import { useTranslation } from 'react-i18next';
import type { CaseView } from '../case/use-case.ts';

type Files = CaseView['attachments'];

interface Props {
  caseId: string;
  before: Files;
  after: Files;
}

export const isPhoto = ({ type, scan }: Files[number]) =>
  type.startsWith('image/') && scan !== 'quarantined' && scan !== 'infected';

/** What it looked like and what it looks like now, side by side on any screen. */
export function BeforeAfter({ caseId, before, after }: Props) {
  const { t } = useTranslation('supervisor');
  const sides = { before: before.filter(isPhoto), after: after.filter(isPhoto) };
  if (sides.before.length + sides.after.length === 0)
    return <p className="muted">{t('review.noEvidence')}</p>;
  return (
    <section className="before-after" aria-label={t('review.photos')}>
      {(['before', 'after'] as const).map((side) => (
        <figure key={side}>
          <figcaption>{t(`review.${side}`)}</figcaption>
          {sides[side].length === 0 && <p className="muted">{t('review.noPhoto')}</p>}
          {sides[side].map(({ id, name }) => {
            const path = `/api/cases/${caseId}/attachments/${id}`;
            return (
              <a key={id} href={path} target="_blank" rel="noreferrer">
                <img src={path} alt={t('review.photoOf', { side: t(`review.${side}`), name })} />
              </a>
            );
          })}
        </figure>
      ))}
    </section>
  );
}
