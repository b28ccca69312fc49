import type { FileComplaint } from '../dto.js';

/** A phone number as it is counted, however it was written: +84 90…, 0084 90… and 090… are one. */
function phoneKey(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '').replace(/^00/, '');
  const abroad = phone.trim().startsWith('+') || phone.trim().startsWith('00');
  return abroad || digits.length > 10 ? digits.replace(/^84/, '0') : digits;
}

/** A mail address as it is counted: case and what follows a plus do not make another one. */
function mailKey(email: string): string {
  const [local = '', domain = ''] = email.normalize('NFC').toLowerCase().split('@');
  return `${local.replace(/\+.*$/, '')}@${domain}`;
}

/** What a filing's contacts are counted by. */
export function contactKeys({ phone, email }: NonNullable<FileComplaint['filer']>): string[] {
  return [...(phone ? [phoneKey(phone)] : []), ...(email ? [mailKey(email)] : [])];
}
