/** What of a text can tell who somebody is, most specific first: where two overlap, the earlier keeps the words. */
export const personalKinds = [
  'email',
  'customer_code',
  'card',
  'bank_account',
  'national_id',
  'passport',
  'phone',
  'plate',
  'name',
  'address',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Where something personal stands in a text, in UTF-16 units. */
export interface Span {
  kind: PersonalKind;
  start: number;
  end: number;
}

export type MarkLanguage = 'vi' | 'en';

/** What a masked text shows instead; none holds a digit or anything that would be found again. */
export const marks: Record<PersonalKind, Record<MarkLanguage, string>> = {
  email: { vi: '[thư điện tử]', en: '[email]' },
  customer_code: { vi: '[mã khách hàng]', en: '[customer code]' },
  card: { vi: '[số thẻ]', en: '[card]' },
  bank_account: { vi: '[số tài khoản]', en: '[bank account]' },
  national_id: { vi: '[số căn cước]', en: '[national id]' },
  passport: { vi: '[số hộ chiếu]', en: '[passport]' },
  phone: { vi: '[số điện thoại]', en: '[phone]' },
  plate: { vi: '[biển số xe]', en: '[plate]' },
  name: { vi: '[họ tên]', en: '[name]' },
  address: { vi: '[số nhà]', en: '[house number]' },
};

/** Numbers that everybody should be able to read: emergencies and the city's own lines. */
export const publicNumbers: readonly string[] = [
  '111',
  '112',
  '113',
  '114',
  '115',
  '1022',
  '0241022',
  '19001009',
  '19001288',
];
