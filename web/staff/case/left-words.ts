import './words.ts';
import { words } from '../words.ts';

export interface Left {
  minutes: number;
  working: boolean;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const WORKING_DAY = 8 * HOUR;

/** "2 ngày 3 giờ làm việc": the two largest units, days of working time being of eight hours. */
export function spanWords({ minutes, working }: Left): string {
  const t = words.getFixedT(null, 'case');
  const all = Math.abs(minutes);
  const day = working ? WORKING_DAY : DAY;
  const [days, hours, rest] = [
    Math.floor(all / day),
    Math.floor((all % day) / HOUR),
    (all % day) % HOUR,
  ];
  const parts = [
    ...(days > 0 ? [t('left.days', { count: days })] : []),
    ...(hours > 0 ? [t('left.hours', { count: hours })] : []),
    ...(days === 0 && hours < 3 ? [t('left.minutes', { count: rest })] : []),
  ];
  const time = parts.join(' ');
  return working ? t('left.working', { time }) : time;
}

/** "còn 3 giờ làm việc", "trễ 1 ngày 2 giờ" */
export function leftWords(left: Left): string {
  const t = words.getFixedT(null, 'case');
  return t(left.minutes < 0 ? 'left.late' : 'left.in', { time: spanWords(left) });
}

/** How much it presses: late, little left, or enough. */
export function pressure({ minutes, working }: Left): 'late' | 'soon' | 'calm' {
  if (minutes < 0) return 'late';
  return minutes < (working ? WORKING_DAY / 2 : 12 * HOUR) ? 'soon' : 'calm';
}
