import './words.ts';
import { words } from '../words.ts';

export interface Left {
  minutes: number;
  working: boolean;
  dayMinutes: number;
  paused: boolean;
}

const HOUR = 60;

/** "2 ngày 3 giờ làm việc": the two largest units, a day being one of the clock's own. */
export function spanWords({ minutes, working, dayMinutes: day }: Left): string {
  const t = words.getFixedT(null, 'case');
  const all = Math.abs(minutes);
  const [days, hours, rest] = [
    Math.floor(all / day),
    Math.floor((all % day) / HOUR),
    (all % day) % HOUR,
  ];
  const parts = [
    ...(days > 0 ? [t('left.days', { count: days })] : []),
    ...(hours > 0 ? [t('left.hours', { count: hours })] : []),
    ...(days === 0 && hours < 3 && (rest > 0 || hours === 0)
      ? [t('left.minutes', { count: rest })]
      : []),
  ];
  const time = parts.join(' ');
  return working ? t('left.working', { time }) : time;
}

/** "còn 3 giờ làm việc", "trễ 1 ngày 2 giờ", "đồng hồ đang dừng" */
export function leftWords(left: Left): string {
  const t = words.getFixedT(null, 'case');
  if (left.paused) return t('left.paused');
  return t(left.minutes < 0 ? 'left.late' : 'left.in', { time: spanWords(left) });
}

/** How much it presses: late, little left, or enough; nothing while no time runs. */
export function pressure({
  minutes,
  dayMinutes,
  paused,
}: Left): 'late' | 'soon' | 'calm' | 'still' {
  if (paused) return 'still';
  if (minutes < 0) return 'late';
  return minutes < dayMinutes / 2 ? 'soon' : 'calm';
}
