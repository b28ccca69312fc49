import { useTranslation } from 'react-i18next';
import { moment } from '../../common/moments.ts';
import { spanOf, toneOf, type Left } from './span.ts';
import './time-left.css';

/** "còn 3 giờ làm việc", "trễ 2 ngày". */
export function useTimeWords(): (left: Left) => string {
  const { t } = useTranslation('agency');
  return (left) => {
    if (left.paused) return t('left.paused');
    const { days, hours, minutes } = spanOf(Math.abs(left.minutes), left.dayMinutes);
    const parts = [
      days > 0 && t('left.days', { n: days }),
      hours > 0 && t('left.hours', { n: hours }),
      (minutes > 0 || days + hours === 0) && t('left.minutes', { n: minutes }),
    ];
    const span = parts.filter(Boolean).join(' ');
    const measure = left.working ? 'working' : 'wall';
    return t(`left.${left.minutes < 0 ? 'late' : 'left'}.${measure}`, { span });
  };
}

/** How long there is for it, in words and by its date. */
export function TimeLeft({ what, dueAt, left }: { what?: string; dueAt: string; left: Left }) {
  const words = useTimeWords();
  return (
    <p className="due-left" data-tone={toneOf(left)}>
      {what && <span className="time-what">{what}</span>}
      <b>{words(left)}</b>
      <time dateTime={dueAt}>{moment(dueAt)}</time>
    </p>
  );
}
