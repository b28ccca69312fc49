import { isDate, isFields, ringFault } from './readable.js';
import type { When, Words } from './types.js';

const texts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

const said = (vi: string, en: string): Words => ({ vi, en });

/** Why the value of each condition cannot be read, or null; a condition that is not here is not known. */
const readers: { [K in keyof Required<When>]: (value: unknown, zones: string[]) => Words | null } =
  {
    categories: listFault,
    kinds: listFault,
    urgencies: listFault,
    wards: listFault,
    filers: listFault,
    words: listFault,
    answers: (value) =>
      isFields(value) && Object.values(value).every(texts)
        ? null
        : said('phải là câu hỏi với danh sách trả lời', 'must be questions with lists of answers'),
    zones: zonesFault,
    time: timeFault,
  };

function listFault(value: unknown): Words | null {
  return texts(value) ? null : said('phải là danh sách chữ', 'must be a list of texts');
}

function zonesFault(value: unknown, known: string[]): Words | null {
  if (!Array.isArray(value)) return said('phải là danh sách vùng', 'must be a list of zones');
  for (const [at, zone] of (value as unknown[]).entries()) {
    if (typeof zone === 'string') {
      if (known.includes(zone)) continue;
      return said(`bộ quy tắc không có vùng “${zone}”`, `the rule set has no zone “${zone}”`);
    }
    const problem = ringFault(zone, `#${at + 1}`);
    if (problem !== null)
      return said(`vùng #${at + 1} hỏng: ${problem}`, `zone #${at + 1} is broken: ${problem}`);
  }
  return null;
}

function timeFault(value: unknown): Words | null {
  const wrong = said(
    'phải có giờ “hours” (HH:MM), thứ “days” (1 đến 7) hoặc ngày “dates” (NĂM-THÁNG-NGÀY)',
    'must have “hours” (HH:MM), “days” (1 to 7) or “dates” (YYYY-MM-DD)',
  );
  if (!isFields(value)) return wrong;
  const { hours, days, dates, ...more } = value;
  const good =
    Object.keys(more).length === 0 &&
    (hours === undefined || isHours(hours)) &&
    (days === undefined || (Array.isArray(days) && days.every(isDay))) &&
    (dates === undefined || isDates(dates));
  return good ? null : wrong;
}

const isDay = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7;

/** The same hour twice would be no time or a whole day: it is not clear which. */
function isHours(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { from, to, ...more } = value;
  const hours = [from, to].every((hour) => typeof hour === 'string' && HOUR.test(hour));
  return hours && from !== to && Object.keys(more).length === 0;
}

function isDates(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { from, to, ...more } = value;
  const given = [from, to].filter((date) => date !== undefined);
  return given.every(isDate) && Object.keys(more).length === 0;
}

/** What is wrong with one condition of a rule, or null. */
export function conditionFault(key: string, value: unknown, zones: string[]): Words | null {
  if (!Object.hasOwn(readers, key)) {
    const vi = `Không có loại điều kiện “${key}”.`;
    return { vi, en: `There is no condition “${key}”.` };
  }
  // What an editor has switched off may be written as absent.
  if (value === undefined) return null;
  const fault = readers[key as keyof When](value, zones);
  return fault && { vi: `Điều kiện “${key}” ${fault.vi}.`, en: `Condition “${key}” ${fault.en}.` };
}
