import { randomBytes } from 'node:crypto';
import { sha256 } from '../platform/sha256.js';

const COUNT = 10;
const BYTES = 10;
const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const shape = /^[a-z2-7]{16}$/;

const bare = (given: string) => given.toLowerCase().replaceAll(/[\s-]/g, '');

/** Five bits a letter. */
function spell(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
}

/** Ten codes of 80 random bits, as `abcd-efgh-ijkl-mnop`. */
export const newRecoveryCodes = () =>
  Array.from({ length: COUNT }, () => (spell(randomBytes(BYTES)).match(/.{4}/g) ?? []).join('-'));

/** Tells a recovery code from the six digits of an authenticator. */
export const isRecoveryCode = (given: string) => shape.test(bare(given));

/** What is kept of a code: with 80 random bits a plain hash cannot be guessed back. */
export const recoveryHash = (staffId: string, given: string) => sha256(`${staffId}/${bare(given)}`);
