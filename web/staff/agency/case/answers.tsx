import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../case/use-case.ts';
import { moment } from '../../common/moments.ts';

type Attachment = CaseView['attachments'][number];

const isShown = ({ type, scan }: Attachment) =>
  type.startsWith('image/') && scan !== 'quarantined' && scan !== 'infected';

const idsIn = (data: Record<string, unknown>) =>
  Array.isArray(data['evidence']) ? (data['evidence'] as string[]) : [];

/** What was answered last, with the photos of before and after beside each other. */
export function Answers({ view }: { view: CaseView }) {
  const { t } = useTranslation('agency');
  const answered = view.timeline.findLast(({ type }) => type === 'answered');
  if (!answered) return null;
  const back = view.timeline.find(
    ({ type, number }) => type === 'sent_back' && number > answered.number,
  );
  const { finding, done, basis } = (answered.parts ?? {}) as Record<string, string | null>;
  const evidence = idsIn(answered.data);
  const after = view.attachments.filter((one) => evidence.includes(one.id));
  const before = beforeOf(view);
  return (
    <section className="panel">
      <h2>{t('answer.title')}</h2>
      <p className="muted">
        {answered.actor.name} · {moment(answered.at)}
      </p>
      {back && (
        <p className="sent-back">
          <b>{t('answer.sentBack')}</b> {back.text}
        </p>
      )}
      <h3>{t('field.finding')}</h3>
      <p className="said">{finding}</p>
      <h3>{t('field.done')}</h3>
      <p className="said">{done}</p>
      {basis && (
        <>
          <h3>{t('field.basis')}</h3>
          <p className="said">{basis}</p>
        </>
      )}
      {after.length > 0 && (
        <div className="before-after">
          {before.length > 0 && <Photos of={view} photos={before} title={t('photos.before')} />}
          <Photos of={view} photos={after} title={t('photos.after')} />
        </div>
      )}
    </section>
  );
}

/** The case without the photos of answers, which stand with their answer. */
export function withoutEvidence(view: CaseView): CaseView {
  const evidence = view.timeline.flatMap(({ data }) => idsIn(data));
  return { ...view, attachments: view.attachments.filter(({ id }) => !evidence.includes(id)) };
}

/** What came with the filing: what is added later shows another day. */
export const beforeOf = (view: CaseView) =>
  view.attachments.filter((one) => isShown(one) && one.addedAt === view.filedAt);

interface PhotosProps {
  of: CaseView;
  photos: Attachment[];
  title: string;
}

export function Photos({ of, photos, title }: PhotosProps) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {photos.map((photo) =>
        isShown(photo) ? (
          <a key={photo.id} href={`/api/cases/${of.id}/attachments/${photo.id}`}>
            <img
              src={`/api/cases/${of.id}/attachments/${photo.id}`}
              alt={`${title}: ${photo.name}`}
            />
          </a>
        ) : (
          <a key={photo.id} href={`/api/cases/${of.id}/attachments/${photo.id}`}>
            {photo.name}
          </a>
        ),
      )}
    </figure>
  );
}
