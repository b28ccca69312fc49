import { Alert, Progress as Bar } from '@mantine/core';
import { CircleAlert, CloudOff, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../case/use-case.ts';
import { moment } from '../../common/moments.ts';
import { since } from './has-happened.ts';
import { idOf } from './fields.tsx';
import type { Sending } from './use-send.ts';

export interface Fault {
  field: string | null;
  words: string;
}

/** What has to be mended before it can be sent, each with the way to its field. */
export function Faults({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation('agency');
  if (faults.length === 0) return null;
  return (
    <Alert role="alert" color="red" icon={<CircleAlert aria-hidden />} title={t('fault.title')}>
      <ul className="fault-list">
        {faults.map(({ field, words }) => (
          <li key={words}>{field ? <a href={`#${idOf(field)}`}>{words}</a> : words}</li>
        ))}
      </ul>
    </Alert>
  );
}

interface ChangedProps {
  view: CaseView;
  base: number;
  conflict: boolean;
  by: string;
}

/** What others did with the case while this was being written; below it stands what was written. */
export function Changed({ view, base, conflict, by }: ChangedProps) {
  const { t } = useTranslation('agency');
  const { t: frame } = useTranslation();
  const news = since(view, base).filter(({ actor }) => conflict || actor.name !== by);
  if (news.length === 0) return null;
  return (
    <Alert
      role={conflict ? 'alert' : 'status'}
      color="yellow"
      icon={<History aria-hidden />}
      title={t(conflict ? 'act.conflict' : 'act.changed')}
    >
      <ul className="fault-list">
        {news.map(({ number, type, at, actor, text }) => (
          <li key={number}>
            <b>{frame(`event.${type}`)}</b> · {actor.name ?? frame(`actor.${actor.kind}`)} ·{' '}
            {moment(at)}
            {text && <p className="said">{text}</p>}
          </li>
        ))}
      </ul>
      <p>{t('act.present', { status: frame(`status.${view.status}`) })}</p>
      {conflict && <p>{t('act.yours')}</p>}
    </Alert>
  );
}

/** How far it has come, or why it waits. */
export function Progress({ sending }: { sending: Sending }) {
  const { t } = useTranslation('agency');
  if (sending.is === 'uploading') {
    const share = Math.round(sending.share * 100);
    return (
      <div role="status">
        <p>{t('photos.uploading', { share })}</p>
        <Bar value={share} aria-label={t('photos.uploading', { share })} />
      </div>
    );
  }
  if (sending.is !== 'cut') return null;
  return (
    <Alert role="alert" color="yellow" icon={<CloudOff aria-hidden />} title={t('act.cut')}>
      {t('act.cutWhy')}
    </Alert>
  );
}
