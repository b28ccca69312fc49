import { ALPHABET, valueOf } from './alphabet.js';
import { checkValue, weightedSum } from './check.js';

const RANDOM_SYMBOLS = 15;
const SYMBOLS = RANDOM_SYMBOLS + 1;

// A code with a dash and a space around every symbol is still shorter.
const LONGEST_TYPED = 128;

// White space, dashes, the minus sign, and invisible marks that come along when text is copied.
const separators = /[\s\p{Pd}\p{Cf}\u2212]/gu;

/**
 * A new code 'XXXX-XXXX-XXXX-XXXX' of 75 random bits and a check symbol. `random` returns that many
 * bytes of a cryptographic generator. Throws RangeError when it returns fewer.
 */
export function makeTrackingCode(random: (bytes: number) => Uint8Array): string {
  const bytes = random(RANDOM_SYMBOLS);
  if (bytes.length < RANDOM_SYMBOLS) throw new RangeError('too few random bytes');
  // 32 divides 256: the low five bits of a byte are unbiased.
  const values = Array.from(bytes.subarray(0, RANDOM_SYMBOLS), (byte) => byte & 31);
  return written([...values, checkValue(values)]);
}

/**
 * Canonical form of what a person typed (any case, spaces, dashes, O for 0, I and L for 1,
 * full-width letters and digits), or null when it cannot be a code.
 */
export function parseTrackingCode(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null;
  const values: number[] = [];
  for (const symbol of halfWidth(typed).replace(separators, '')) {
    const value = valueOf(symbol);
    if (value === undefined) return null;
    values.push(value);
  }
  return values.length === SYMBOLS && weightedSum(values) === 0 ? written(values) : null;
}

function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (symbol) =>
    String.fromCharCode(symbol.charCodeAt(0) - 0xfee0),
  );
}

function written(values: readonly number[]): string {
  const symbols = values.map((value) => ALPHABET[value]).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
