const COUNTRY = '84';

// A subscriber's number in Vietnam has 9 or 10 digits after the country code.
const SHORTEST_WITH_COUNTRY = 11;

/** A phone number as `+84…`, whatever way it was written; a foreign one keeps its own country code. */
export function normalPhone(written: string): string {
  const digits = written.replaceAll(/\D/g, '');
  if (written.trimStart().startsWith('+')) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (digits.startsWith('0')) return `+${COUNTRY}${digits.slice(1)}`;
  const whole = digits.startsWith(COUNTRY) && digits.length >= SHORTEST_WITH_COUNTRY;
  return whole ? `+${digits}` : `+${COUNTRY}${digits}`;
}

/** A mail address in one spelling. */
export const normalMail = (written: string) => written.normalize('NFC').trim().toLowerCase();
