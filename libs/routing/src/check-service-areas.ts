import { isDate, isFields, isText } from './readable.js';
import type { Words } from './types.js';

/** What is wrong with a row of the service areas. */
export interface ServiceAreaFault {
  row: string;
  code: 'broken-area' | 'unknown-agency' | 'unknown-ward';
  detail: Words;
}

/** What keeps a value from being the service areas of a city. */
export function serviceAreaFaults(
  value: unknown,
  known: { agencies: ReadonlySet<string>; wards: ReadonlySet<string> },
): ServiceAreaFault[] {
  if (!Array.isArray(value))
    return [fault('-', 'broken-area', 'Phải là danh sách.', 'Must be a list.')];
  return value.flatMap((area: unknown, at) => {
    const row = `#${at + 1}`;
    if (!isFields(area)) return [fault(row, 'broken-area', 'Không đọc được.', 'Cannot be read.')];
    const { agency, service, wards, validFrom, validTo } = area;
    const dated =
      isDate(validFrom) && (validTo === null || (isDate(validTo) && validFrom <= validTo));
    const listed = wards === 'all' || (Array.isArray(wards) && wards.every(isText));
    if (!isText(agency) || !isText(service) || !dated || !listed)
      return [
        fault(
          row,
          'broken-area',
          'Cần “agency”, “service”, “wards”, “validFrom”, “validTo”.',
          '“agency”, “service”, “wards”, “validFrom” and “validTo” are needed.',
        ),
      ];
    const strange = wards === 'all' ? [] : (wards as string[]).filter((it) => !known.wards.has(it));
    return [
      ...(known.agencies.has(agency)
        ? []
        : [fault(row, 'unknown-agency', `Không có cơ quan ${agency}.`, `No agency ${agency}.`)]),
      ...strange.map((ward) =>
        fault(row, 'unknown-ward', `Không có phường, xã ${ward}.`, `There is no ward ${ward}.`),
      ),
    ];
  });
}

const fault = (
  row: string,
  code: ServiceAreaFault['code'],
  vi: string,
  en: string,
): ServiceAreaFault => ({ row, code, detail: { vi, en } });
