import { LimitError } from './errors.js';

/** Wall minutes and hours; open (working) minutes and hours; working days; calendar days. */
export type LimitUnit = 'm' | 'h' | 'wm' | 'wh' | 'wd' | 'd';

export interface Limit {
  amount: number;
  unit: LimitUnit;
}

const words: Record<LimitUnit, { vi: string; en: string }> = {
  m: { vi: 'phút', en: 'minute' },
  h: { vi: 'giờ', en: 'hour' },
  wm: { vi: 'phút làm việc', en: 'working minute' },
  wh: { vi: 'giờ làm việc', en: 'working hour' },
  wd: { vi: 'ngày làm việc', en: 'working day' },
  d: { vi: 'ngày', en: 'day' },
};

const written = /^(\d{1,6})([a-z]+)$/;

const isUnit = (unit: string): unit is LimitUnit => Object.hasOwn(words, unit);

/** '8wh', '30m', '3wd', '10d': a whole amount of at most six digits and a unit. Throws LimitError. */
export function parseLimit(text: string): Limit {
  const [, amount, unit] = written.exec(text) ?? [];
  if (amount === undefined || unit === undefined || !isUnit(unit)) {
    throw new LimitError(`not a time limit: ${JSON.stringify(text)}`);
  }
  return { amount: Number(amount), unit };
}

/** "8 giờ làm việc", "8 working hours". */
export function formatLimit(limit: Limit, language: 'vi' | 'en'): string {
  const { amount, unit } = requireLimit(limit);
  const word = words[unit][language];
  return `${amount} ${word}${language === 'en' && amount !== 1 ? 's' : ''}`;
}

/** The limit itself. Throws LimitError when stored data brought a bad amount or unit. */
export function requireLimit(limit: Limit): Limit {
  if (!Number.isSafeInteger(limit.amount) || limit.amount < 0 || !isUnit(limit.unit)) {
    throw new LimitError(`not a time limit: ${JSON.stringify(limit)}`);
  }
  return limit;
}
