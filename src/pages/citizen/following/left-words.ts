import type { TimeLeft } from '#deadlines';
import type { Language } from '../../../platform/moment.js';

const HOUR = 60;

type Part = [amount: number, vi: string, en: string];

/** The two largest units, and minutes only where there is less than an hour. */
function partsOf(minutes: number, dayMinutes: number): Part[] {
  const days = Math.floor(minutes / dayMinutes);
  const hours = Math.floor((minutes % dayMinutes) / HOUR);
  const parts: Part[] =
    days + hours > 0
      ? [
          [days, 'ngày', 'day'],
          [hours, 'giờ', 'hour'],
        ]
      : [[minutes, 'phút', 'minute']];
  return parts.filter(([amount]) => amount > 0 || parts.length === 1);
}

/** "còn 3 giờ làm việc", "1 day 2 hours of working time late". */
export function leftWords(
  { minutes, working, dayMinutes }: Pick<TimeLeft, 'minutes' | 'working' | 'dayMinutes'>,
  language: Language,
): string {
  const parts = partsOf(Math.abs(minutes), dayMinutes);
  if (language === 'vi') {
    const said = parts.map(([amount, vi]) => `${amount} ${vi}`).join(' ');
    return `${minutes < 0 ? 'trễ' : 'còn'} ${said}${working ? ' làm việc' : ''}`;
  }
  const said = parts.map(([amount, , en]) => `${amount} ${en}${amount === 1 ? '' : 's'}`).join(' ');
  return `${said}${working ? ' of working time' : ''} ${minutes < 0 ? 'late' : 'left'}`;
}
