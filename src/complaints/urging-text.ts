import { urgingOf, type ClockKind } from '#deadlines';
import type { ComplaintState, DeadlineStep } from '#lifecycle';
import type { City } from '../catalog/city.js';
import { localTime } from '../platform/local-time.js';

const kindWords: Record<ClockKind, string> = {
  triage: 'phân loại',
  acceptance: 'tiếp nhận',
  handling: 'xử lý',
  first_response: 'phản hồi đầu tiên',
  resolution: 'giải quyết',
  confirmation: 'xác nhận',
  urging: 'trả lời đôn đốc',
};

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** "17:00 ngày 13/3/2026": the deadline in the city's time. */
function dueWords(at: string, timeZone: string): string {
  const { date, minutes } = localTime(new Date(at), timeZone);
  const [year, month, day] = date.split('-').map(Number);
  const time = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${time} ngày ${day}/${month}/${year}`;
}

/** What a step of a clock says when it urges an agency: the policy's words with what they are about. */
export function urgingText(
  { lead, center }: ComplaintState,
  { clock, dueAt }: DeadlineStep,
  city: City,
): string {
  const kind = clock.split('#')[0] as ClockKind;
  const said: Record<string, string> = {
    clock: kindWords[kind],
    due: dueWords(dueAt, city.card.timeZone),
    agency: city.agency(lead ?? center)?.name.vi ?? city.card.center.name.vi,
  };
  const { text } = urgingOf(city.book.policy());
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => said[name] ?? whole);
}
