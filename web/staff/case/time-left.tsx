import { useTranslation } from 'react-i18next';
import { moment } from '../common/moments.ts';
import { DueAt } from './badges.tsx';
import { leftWords, pressure, type Left } from './left-words.ts';
import './case.css';

/** What is left of a promise in working time; the date while no time runs. */
export function TimeLeft({
  left,
  dueAt,
  late,
}: {
  left: Left | null;
  dueAt: string;
  late: boolean;
}) {
  const { t } = useTranslation('case');
  if (!left || left.paused) return <DueAt dueAt={dueAt} late={late} />;
  return (
    <time
      className="time-left"
      data-pressure={pressure(left)}
      dateTime={dueAt}
      title={t('left.due', { at: moment(dueAt) })}
    >
      {leftWords(left)}
    </time>
  );
}
