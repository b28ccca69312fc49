import type { Words } from '#lifecycle';
import type { CalendarSpec } from '#working-time';
import { parse } from 'csv-parse/sync';
import type { FieldError } from '../../platform/errors/domain-error.js';

export type Day = CalendarSpec['days'][number];

interface Line {
  record: Record<string, string>;
  info: { lines: number };
}

/** Headings as people write them. */
const columns: Record<string, string> = {
  ngày: 'date',
  loại: 'kind',
  'lý do': 'reason',
  'lý do (tiếng anh)': 'reason_en',
  'văn bản': 'document',
  buổi: 'part',
  'theo thứ': 'as',
};

const kinds: Record<string, Day['kind']> = {
  off: 'off',
  work: 'work',
  half: 'half',
  nghỉ: 'off',
  'làm bù': 'work',
  'nửa ngày': 'half',
};

const parts: Record<string, NonNullable<Day['part']>> = {
  morning: 'morning',
  afternoon: 'afternoon',
  sáng: 'morning',
  chiều: 'afternoon',
};

/** What stands in English where a row brings Vietnamese alone. */
const english: Record<Day['kind'], string> = {
  off: 'Day off',
  work: 'Working day',
  half: 'Half day',
};

/** As the calendar writes it, or as Vietnamese tables do: 02/01/2026. */
function dateOf(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
  const at = new Date(`${iso}T00:00:00Z`);
  // 30 February is read as a day of March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

function recordsOf(csv: string): Line[] | FieldError {
  try {
    return parse(csv, {
      bom: true,
      trim: true,
      info: true,
      delimiter: [',', ';', '\t'],
      skip_empty_lines: true,
      relax_column_count: true,
      columns: (heads: string[]) =>
        heads.map((head) => columns[head.toLowerCase()] ?? head.toLowerCase()),
    }) as unknown as Line[];
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    return fault(line, 'csv', 'dòng này không phải CSV.', 'this is not CSV.');
  }
}

const fault = (line: number, code: string, vi: string, en: string): FieldError => ({
  field: `csv.${line}`,
  code,
  vi: `Dòng ${line}: ${vi}`,
  en: `Line ${line}: ${en}`,
});

function reasonOf({ reason, reason_en }: Line['record'], kind: Day['kind']): Words | null {
  return reason ? { vi: reason, en: reason_en || english[kind] } : null;
}

function dayOf({ record, info: { lines } }: Line): Day | FieldError {
  const date = dateOf(record['date'] ?? '');
  const kind = kinds[(record['kind'] ?? '').toLowerCase()];
  if (date === null)
    return fault(
      lines,
      'date',
      'ngày phải có dạng 2026-01-02 hoặc 02/01/2026.',
      'the date must be like 2026-01-02 or 02/01/2026.',
    );
  if (!kind)
    return fault(
      lines,
      'kind',
      'loại phải là off (nghỉ), work (làm bù) hoặc half (nửa ngày).',
      'the kind must be off, work or half.',
    );
  const reason = reasonOf(record, kind);
  if (!reason) return fault(lines, 'reason', 'thiếu lý do.', 'the reason is missing.');
  const part = parts[(record['part'] || 'morning').toLowerCase()];
  if (kind === 'half' && !part)
    return fault(
      lines,
      'part',
      'buổi làm việc phải là morning (sáng) hoặc afternoon (chiều).',
      'the part at work must be morning or afternoon.',
    );
  if (record['as'] && !/^[1-7]$/.test(record['as']))
    return fault(
      lines,
      'as',
      'thứ phải từ 1 (thứ Hai) đến 7 (Chủ nhật).',
      'the weekday must be from 1 (Monday) to 7.',
    );
  return {
    date,
    kind,
    reason,
    ...(kind === 'half' && part && { part }),
    ...(kind !== 'off' && record['as'] && { as: Number(record['as']) }),
    ...(record['document'] && { document: record['document'] }),
  };
}

/** The days of a CSV, or what is wrong with it, line by line. */
export function daysOf(csv: string): { days: Day[]; faults: FieldError[] } {
  const lines = recordsOf(csv);
  if (!Array.isArray(lines)) return { days: [], faults: [lines] };
  if (lines.length === 0)
    return { days: [], faults: [fault(1, 'empty', 'không có ngày nào.', 'there are no days.')] };
  const days: Day[] = [];
  const faults: FieldError[] = [];
  for (const line of lines) {
    const day = dayOf(line);
    if ('field' in day) faults.push(day);
    else if (days.some(({ date }) => date === day.date))
      faults.push(
        fault(
          line.info.lines,
          'named_twice',
          'ngày này đã có ở trên.',
          'the date is there already.',
        ),
      );
    else days.push(day);
  }
  return { days, faults };
}
