import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
const settings = { algorithm: 'SHA1', digits: 6, period: STEP_SECONDS };

/** 160 random bits, as RFC 4226 recommends, in base32. */
export const newSecret = () => new Secret({ size: 20 }).base32;

/** The number of the half minute that codes of `at` belong to. */
export const stepAt = (at: Date) => Math.floor(at.getTime() / 1000 / STEP_SECONDS);

export const codeAt = (secret: string, at: Date) =>
  TOTP.generate({ ...settings, secret: Secret.fromBase32(secret), timestamp: at.getTime() });

/** The step that a code was made in, at most one away from `at`; null for another code. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const token = code.replaceAll(/\s/g, '');
  // The library compares bytes and throws for six letters that are more of them.
  if (!/^[0-9]{6}$/.test(token)) return null;
  const delta = TOTP.validate({
    ...settings,
    secret: Secret.fromBase32(secret),
    token,
    timestamp: at.getTime(),
    window: 1,
  });
  return delta === null ? null : stepAt(at) + delta;
}

/** What an authenticator reads from a QR code. */
export const enrolmentUri = (secret: string, login: string) =>
  new TOTP({ ...settings, issuer: 'Đầu Mối', label: login, secret }).toString();
