import { fading } from './fading.js';
import type { Facts, Rule, Speaks } from './types.js';

const HOUR = 3_600_000;

const units = [
  { ms: 24 * HOUR, vi: 'ngày', en: ['day', 'days'] },
  { ms: HOUR, vi: 'giờ', en: ['hour', 'hours'] },
  { ms: 60_000, vi: 'phút', en: ['minute', 'minutes'] },
] as const;

/** '2 giờ trước', '3 ngày sau': when `b` was, seen from `a`. */
export function apart(a: Date, b: Date): { vi: string; en: string } {
  const ms = a.getTime() - b.getTime();
  const unit = units.find(({ ms: length }) => Math.abs(ms) >= length);
  if (!unit) return { vi: 'cùng lúc', en: 'at the same time' };
  const count = Math.round(Math.abs(ms) / unit.ms);
  const [vi, en] = ms > 0 ? ['trước', 'before'] : ['sau', 'later'];
  return { vi: `${count} ${unit.vi} ${vi}`, en: `${count} ${unit.en[count === 1 ? 0 : 1]} ${en}` };
}

/** How far the two times speak for one event. */
export function timeSpeaks(a: Facts, b: Facts, { windowHours }: Rule): Speaks {
  const hours = Math.abs(a.at.getTime() - b.at.getTime()) / HOUR;
  const score = hours === 0 ? 1 : windowHours === 0 ? 0 : fading(hours, windowHours);
  return { score, reason: { what: 'time', ...apart(a.at, b.at) } };
}
