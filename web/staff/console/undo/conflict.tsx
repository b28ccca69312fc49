import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/catalog.ts';
import { StatusBadge } from '../../case/badges.tsx';
import type { CaseView } from '../../case/use-case.ts';
import { moment } from '../../common/moments.ts';
import { holding, type Failed } from './held.ts';

/** The case has moved on meanwhile: what is so now beside what was meant, to send again or to leave. */
export default function Conflict({
  failed,
  commands,
}: {
  failed: Failed;
  commands: Record<string, string[]>;
}) {
  const { t } = useTranslation('console');
  const { deed, problem } = failed;
  const present = problem.said.present as CaseView;
  const mayStill = commands[present.status]?.includes(deed.name) ?? false;
  const close = () => holding.forget(failed);
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={t('conflict.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t('conflict.because')}</p>
      <div className="both">
        <Now view={present} />
        <section aria-labelledby="conflict-mine">
          <h3 id="conflict-mine">{t('conflict.mine')}</h3>
          <p>
            <b>{t(`command.${deed.name}`)}</b>
          </p>
          <Written body={deed.body} />
        </section>
      </div>
      {!mayStill && <p>{t('conflict.closed')}</p>}
      <Group mt="md">
        {mayStill && (
          <Button
            data-autofocus
            onClick={() => {
              close();
              holding.hold({ ...deed, version: present.version });
            }}
          >
            {t('conflict.again')}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {t('conflict.leave')}
        </Button>
      </Group>
    </Modal>
  );
}

function Now({ view }: { view: CaseView }) {
  const { t } = useTranslation('console');
  const { t: frame } = useTranslation();
  const names = useNames();
  const last = view.timeline.at(-1);
  return (
    <section aria-labelledby="conflict-now">
      <h3 id="conflict-now">{t('conflict.now')}</h3>
      <p>
        <StatusBadge status={view.status} /> {names.category(view.category)}
      </p>
      {view.lead && <p>{names.agency(view.lead)}</p>}
      {last && (
        <p>
          {frame(`event.${last.type}`)} · {last.actor.name ?? frame(`actor.${last.actor.kind}`)} ·{' '}
          {moment(last.at)}
        </p>
      )}
      {last?.text && <p className="both-text">{last.text}</p>}
    </section>
  );
}

/** What was filled in, in the words of the forms. */
function Written({ body }: { body: Record<string, unknown> }) {
  const { t } = useTranslation('console');
  const names = useNames();
  const shown = (key: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((one) => shown(key, one)).join(', ');
    const text = String(value);
    if (key === 'category') return names.category(text);
    if (['lead', 'supporting', 'agency', 'about'].includes(key)) return names.agency(text);
    if (key === 'reason') return t(`reason.${text}`);
    if (key === 'urgency' || key === 'kind') return t(`frame:${key}.${text}`);
    return text;
  };
  const filled = Object.entries(body).filter(([, value]) => value !== undefined && value !== '');
  return (
    <dl>
      {filled.map(([key, value]) => (
        <div key={key}>
          <dt className="muted">{t(`field.${key}`)}</dt>
          <dd className="both-text">{shown(key, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
