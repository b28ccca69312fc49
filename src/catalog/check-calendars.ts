import { CalendarSpecError, WorkCalendar, type CalendarSpec } from '#working-time';
import type { AgencyCalendar, CityData } from './city-data.js';
import type { Finding } from './publishing/draft-kinds.js';

const fault = (field: string, code: string, vi: string, en: string): Finding => ({
  level: 'fault',
  field,
  code,
  detail: { vi, en },
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const notAList = fault('', 'not_a_list', 'Phải là một danh sách.', 'Must be a list.');

/** The years that a trial looks at: what is wrong with a day shows wherever it lies. */
const TRIAL = { from: '2026-01-01', to: '2026-01-02' };

function compiling(spec: unknown, field: string): Finding[] {
  if (!isObject(spec))
    return [fault(field, 'not_an_object', 'Phải là một lịch.', 'Must be a calendar.')];
  try {
    // The version is given when it is published.
    WorkCalendar.compile({ ...spec, version: 1 } as unknown as CalendarSpec, TRIAL);
    return [];
  } catch (error) {
    if (!(error instanceof CalendarSpecError)) throw error;
    const path = `${field}.${error.field}`;
    return [
      fault(
        path,
        'calendar.invalid',
        `Lịch sai ở ${error.field}.`,
        `${error.field} ${error.problem}.`,
      ),
    ];
  }
}

/** A calendar that clocks run in stays, of its kind, and in the city's zone. */
function missing(specs: readonly unknown[], { calendars, city }: CityData): Finding[] {
  const known = new Map(
    specs.filter(isObject).map((spec, at) => [spec['code'], { spec, field: `${at}` }]),
  );
  return calendars.flatMap(({ code, kind }) => {
    const found = known.get(code);
    if (!found)
      return [
        fault('', 'calendar.missing', `Thiếu lịch ${code}.`, `The calendar ${code} is missing.`),
      ];
    const { spec, field } = found;
    if (spec['kind'] !== kind)
      return [
        fault(
          `${field}.kind`,
          'calendar.kind',
          `Lịch ${code} phải giữ loại ${kind}.`,
          `The calendar ${code} must stay ${kind}.`,
        ),
      ];
    if (spec['timeZone'] !== city.timeZone)
      return [
        fault(
          `${field}.timeZone`,
          'calendar.zone',
          `Phải là múi giờ của thành phố: ${city.timeZone}.`,
          `Must be the zone of the city: ${city.timeZone}.`,
        ),
      ];
    return [];
  });
}

function twice(specs: readonly unknown[]): Finding[] {
  const codes = specs.map((spec) => (isObject(spec) ? spec['code'] : undefined));
  return codes.flatMap((code, at) =>
    code !== undefined && codes.indexOf(code) < at
      ? [fault(`${at}.code`, 'named_twice', 'Mã đã có ở trên.', 'The code is there already.')]
      : [],
  );
}

/** Days that no document names: allowed, and worth a second look before people rest or work on them. */
function undocumented(specs: readonly unknown[], present: readonly CalendarSpec[]): Finding[] {
  return specs.filter(isObject).flatMap((spec, at) => {
    const before = present.find(({ code }) => code === spec['code'])?.days ?? [];
    const old = new Set(before.map((day) => JSON.stringify(day)));
    const days = Array.isArray(spec['days']) ? (spec['days'] as unknown[]) : [];
    return days.flatMap((day, number): Finding[] =>
      isObject(day) && !day['document'] && !old.has(JSON.stringify(day))
        ? [
            {
              level: 'warning',
              field: `${at}.days.${number}`,
              code: 'day.without_document',
              detail: {
                vi: `Ngày ${String(day['date'])} chưa ghi văn bản.`,
                en: `${String(day['date'])} names no document.`,
              },
            },
          ]
        : [],
    );
  });
}

export function checkCalendars(definition: unknown, present: CityData): Finding[] {
  if (!Array.isArray(definition)) return [notAList];
  const specs = definition as unknown[];
  const faults = [
    ...specs.flatMap((spec, at) => compiling(spec, `${at}`)),
    ...twice(specs),
    ...missing(specs, present),
  ];
  return [...faults, ...undocumented(specs, present.calendars)];
}

type Known = Pick<CityData, 'agencies' | 'calendars'>;

const DATE = /^\d{4}-\d\d-\d\d$/;

function rowFaults(row: unknown, at: number, { agencies, calendars }: Known): Finding[] {
  if (!isObject(row))
    return [fault(`${at}`, 'not_an_object', 'Phải là một dòng.', 'Must be a row.')];
  const { agency, calendar, validFrom, validTo } = row;
  const faults: Finding[] = [];
  if (!agencies.some(({ code }) => code === agency))
    faults.push(
      fault(`${at}.agency`, 'agency.unknown', 'Không có cơ quan này.', 'There is no such agency.'),
    );
  if (!calendars.some(({ code }) => code === calendar))
    faults.push(
      fault(
        `${at}.calendar`,
        'calendar.unknown',
        'Không có lịch này.',
        'There is no such calendar.',
      ),
    );
  if (typeof validFrom !== 'string' || !DATE.test(validFrom))
    faults.push(
      fault(
        `${at}.validFrom`,
        'date',
        'Phải là ngày dạng 2026-12-31.',
        'Must be a date like 2026-12-31.',
      ),
    );
  const ends = validTo !== null && validTo !== undefined;
  if (ends && (typeof validTo !== 'string' || !DATE.test(validTo) || validTo < String(validFrom)))
    faults.push(
      fault(
        `${at}.validTo`,
        'date',
        'Phải là ngày không trước ngày bắt đầu, hoặc để trống.',
        'Must be a date that is not before its beginning, or null.',
      ),
    );
  if (typeof row['basis'] !== 'string' || row['basis'] === '')
    faults.push(fault(`${at}.basis`, 'required', 'Phải ghi căn cứ.', 'Must name its basis.'));
  return faults;
}

const overlap = (a: AgencyCalendar, b: AgencyCalendar) =>
  a.agency === b.agency &&
  a.validFrom <= (b.validTo ?? '9999') &&
  b.validFrom <= (a.validTo ?? '9999');

export function checkAgencyCalendars(definition: unknown, present: Known): Finding[] {
  if (!Array.isArray(definition)) return [notAList];
  const faults = definition.flatMap((row: unknown, at) => rowFaults(row, at, present));
  if (faults.length > 0) return faults;
  const rows = definition as AgencyCalendar[];
  return rows.flatMap((row, at) =>
    rows.slice(0, at).some((other) => overlap(row, other))
      ? [
          fault(
            `${at}.validFrom`,
            'overlap',
            'Cơ quan này đã có lịch khác trong thời gian đó.',
            'The agency has another calendar in that time.',
          ),
        ]
      : [],
  );
}
