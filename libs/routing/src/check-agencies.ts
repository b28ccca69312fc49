import { isDate, isFields, isText, type Fields } from './readable.js';
import type { Agency, Words } from './types.js';

/** What is wrong with a directory of agencies; `agency` is null for the list as a whole. */
export interface AgencyFault {
  agency: string | null;
  /** Which of its fields: `name`. */
  field?: string;
  code:
    'broken-agency' | 'duplicate-code' | 'unknown-agency' | 'circle' | 'removed' | 'broken-list';
  detail: Words;
}

const CODE = /^[A-Za-z0-9-]{1,40}$/;

const isWords = (value: unknown): boolean =>
  isFields(value) && isText(value.vi) && isText(value.en);
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);

/** What keeps a value from being the next directory after `present`, whose agencies may end but not vanish. */
export function agencyFaults(value: unknown, present: readonly Agency[]): AgencyFault[] {
  if (!Array.isArray(value)) {
    const detail = { vi: 'Phải là danh sách cơ quan.', en: 'Must be a list of agencies.' };
    return [{ agency: null, code: 'broken-list', detail }];
  }
  const broken = value.flatMap((one: unknown, at) => shapeFaults(one, at));
  return broken.length > 0 ? broken : relationFaults(value as Agency[], present);
}

function shapeFaults(value: unknown, at: number): AgencyFault[] {
  const agency = isFields(value) && isText(value.code) ? value.code : `#${at + 1}`;
  const wrong = isFields(value) ? wrongFields(value) : ['code'];
  return wrong.map((field) => ({
    agency,
    field,
    code: 'broken-agency',
    detail: {
      vi: `“${field}” của ${agency} không đọc được.`,
      en: `“${field}” of ${agency} cannot be read.`,
    },
  }));
}

function wrongFields(one: Fields): string[] {
  const { code, type, name, parent, ward, validFrom, validTo, successor } = one;
  const ends = validTo === null || (isDate(validTo) && isDate(validFrom) && validFrom <= validTo);
  const good = {
    code: typeof code === 'string' && CODE.test(code),
    type: isText(type),
    name: isWords(name),
    parent: isTextOrNull(parent),
    ward: isTextOrNull(ward),
    validFrom: isDate(validFrom),
    validTo: ends,
    successor: isTextOrNull(successor),
    shortName: isText(one.shortName),
    head: isFields(one.head) && isWords(one.head.title),
    'partner.email':
      one.partner === undefined || (isFields(one.partner) && isMail(one.partner.email)),
    contact: one.contact === undefined || isContact(one.contact),
  };
  return Object.entries(good).flatMap(([field, is]) => (is ? [] : [field]));
}

const MAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,60}$/;
const isMail = (value: unknown): boolean => typeof value === 'string' && MAIL.test(value);

const PHONE = /^\+?[0-9 ().-]{3,30}$/;

function isContact(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { phone, email, address } = value;
  return (
    (phone === undefined || (typeof phone === 'string' && PHONE.test(phone))) &&
    (email === undefined || isMail(email)) &&
    (address === undefined || isText(address))
  );
}

function relationFaults(agencies: readonly Agency[], present: readonly Agency[]): AgencyFault[] {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
  const twice = agencies.filter((agency) => byCode.get(agency.code) !== agency);
  return [
    ...twice.map(({ code }) =>
      fault(code, 'duplicate-code', `Mã ${code} dùng hai lần.`, `${code} is used twice.`),
    ),
    ...agencies.flatMap((agency) => [
      ...strangers(agency, byCode),
      ...(['parent', 'successor'] as const)
        .filter((link) => comesBack(agency, link, byCode))
        .map((link) =>
          fault(
            agency.code,
            'circle',
            `“${link}” của ${agency.code} quay vòng.`,
            `“${link}” of ${agency.code} comes back to itself.`,
          ),
        ),
    ]),
    ...present
      .filter(({ code }) => !byCode.has(code))
      .map(({ code }) =>
        fault(
          code,
          'removed',
          `Không xóa ${code}: đặt ngày kết thúc “validTo” và cơ quan kế thừa.`,
          `${code} cannot be removed: give it “validTo” and a successor.`,
        ),
      ),
  ];
}

function strangers({ code, parent, successor }: Agency, known: Map<string, Agency>): AgencyFault[] {
  return [parent, successor].flatMap((other) => {
    if (other === null || known.has(other)) return [];
    const vi = `${code}: danh bạ không có cơ quan mã ${other}.`;
    return [fault(code, 'unknown-agency', vi, `${code}: there is no agency ${other}.`)];
  });
}

function comesBack(
  agency: Agency,
  link: 'parent' | 'successor',
  byCode: ReadonlyMap<string, Agency>,
): boolean {
  const seen = new Set<string>();
  let at = byCode.get(agency[link] ?? '');
  while (at && !seen.has(at.code)) {
    if (at.code === agency.code) return true;
    seen.add(at.code);
    at = byCode.get(at[link] ?? '');
  }
  return false;
}

const fault = (agency: string, code: AgencyFault['code'], vi: string, en: string): AgencyFault => ({
  agency,
  code,
  detail: { vi, en },
});
