import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { makeTrackingCode, parseTrackingCode } from '../src/index.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const from = (bytes: Uint8Array) => makeTrackingCode(() => bytes);
const codes = fc.uint8Array({ minLength: 15, maxLength: 15 }).map(from);
const replaced = (text: string, i: number, by: string) => text.slice(0, i) + by + text.slice(i + 1);

describe('makeTrackingCode', () => {
  it('writes fifteen random symbols and a check in four groups', () => {
    expect(from(new Uint8Array(15))).toBe('0000-0000-0000-0000');
    expect(from(Uint8Array.from({ length: 15 }, (_, i) => i))).toMatch(/^0123-4567-89AB-CDE.$/);
    expect(makeTrackingCode(randomBytes)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}(?:-|$)){4}/);
  });

  it('keeps the codes people hold valid: the check symbol never changes', () => {
    const bytes = Uint8Array.from({ length: 15 }, (_, i) => 7 * i + 3);
    expect(from(bytes)).toBe('3AHR-Z6DM-V29G-QY5V');
    expect(from(Uint8Array.of(...Array.from({ length: 14 }, () => 0), 1))).toBe(
      '0000-0000-0000-0012',
    );
  });

  it('gives every symbol in every place the same share of the values of a byte', () => {
    for (let place = 0; place < 15; place++) {
      const counts = new Map<string, number>();
      for (let byte = 0; byte < 256; byte++) {
        const symbol = from(new Uint8Array(15).fill(byte, place, place + 1))
          .replaceAll('-', '')
          .charAt(place);
        counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
      }
      expect([...counts.keys()].toSorted().join('')).toBe(ALPHABET);
      expect(new Set(counts.values())).toEqual(new Set([8]));
    }
  });

  it('uses all 75 bits: different symbols make different codes', () => {
    const made = new Set(Array.from({ length: 5000 }, () => makeTrackingCode(randomBytes)));
    expect(made.size).toBe(5000);
  });

  it('spreads its check symbol evenly', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 1024; i++) {
      const symbol = from(new Uint8Array(15).fill(i & 31, 3, 4).fill(i >> 5, 9, 10)).charAt(18);
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 32));
  });

  it('refuses a generator that gives too little', () => {
    expect(() => from(new Uint8Array(14))).toThrow(RangeError);
  });
});

describe('parseTrackingCode', () => {
  it('gives a made code back', () => {
    fc.assert(fc.property(codes, (code) => expect(parseTrackingCode(code)).toBe(code)));
  });

  it('reads what people type', () => {
    const dashes = [
      '',
      '-',
      ' ',
      ' - ',
      '–',
      '—',
      '‑',
      '−',
      '－',
      '\u00a0',
      '\u3000',
      '\u200b',
      '\n',
    ];
    const look = (code: string, zero: string, one: string) =>
      code.replaceAll('0', zero).replaceAll('1', one);
    const wide = (code: string) =>
      code.replace(/[0-9A-Za-z]/g, (symbol) => String.fromCodePoint(symbol.charCodeAt(0) + 0xfee0));
    const variant = fc.record({
      code: codes,
      dash: fc.constantFrom(...dashes),
      zero: fc.constantFrom('0', 'O', 'o'),
      one: fc.constantFrom('1', 'I', 'i', 'L', 'l'),
      lower: fc.boolean(),
      fullWidth: fc.boolean(),
      around: fc.constantFrom('', ' ', '\t', '\ufeff'),
    });
    fc.assert(
      fc.property(variant, ({ code, dash, zero, one, lower, fullWidth, around }) => {
        const cased = lower ? code.toLowerCase() : code;
        const looked = look(cased, zero, one);
        const typed = (fullWidth ? wide(looked) : looked).replaceAll('-', dash);
        expect(parseTrackingCode(around + typed + around)).toBe(code);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses every code with one symbol wrong', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let i = 0; i < code.length; i++) {
          if (code[i] === '-') continue;
          for (const symbol of ALPHABET) {
            if (symbol === code[i]) continue;
            if (parseTrackingCode(replaced(code, i, symbol)) !== null) throw new Error(code);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('refuses every code with two different symbols exchanged', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let i = 0; i < code.length; i++) {
          for (let j = i + 1; j < code.length; j++) {
            const [a, b] = [code.charAt(i), code.charAt(j)];
            if (a === b || a === '-' || b === '-') continue;
            const exchanged = replaced(replaced(code, i, b), j, a);
            if (parseTrackingCode(exchanged) !== null) throw new Error(`${code} ${i} ${j}`);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a code too short or too long', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom(...ALPHABET), (code, symbol) => {
        expect(parseTrackingCode(code.slice(0, -1))).toBeNull();
        expect(parseTrackingCode(code.slice(1))).toBeNull();
        expect(parseTrackingCode(code + symbol)).toBeNull();
        expect(parseTrackingCode(symbol + code)).toBeNull();
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['only dashes', '----'],
    ['the letter U', '0000-0000-0000-000U'],
    ['another mark', '0000_0000_0000_0000'],
    ['Vietnamese letters', 'Đ000-0000-0000-0000'],
    ['a letter with a mark apart', '0\u03010000-0000-0000-000'],
    ['Cyrillic look-alikes', '0000-0000-0000-000О'],
    ['other digits', '٠٠٠٠-٠٠٠٠-٠٠٠٠-٠٠٠٠'],
    ['emoji', '0000-0000-0000-000😀'],
    ['half a surrogate pair', '0000-0000-0000-000\ud83d'],
    ['a capital of ß', '0000-0000-0000-00ß'],
    ['a megabyte', '0'.repeat(1_000_000)],
    ['a code after a megabyte of spaces', `${' '.repeat(1_000_000)}0000-0000-0000-0000`],
  ])('refuses %s', (_, typed) => {
    expect(parseTrackingCode(typed)).toBeNull();
  });

  it('answers null or a canonical code for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const parsed = parseTrackingCode(typed);
        if (parsed !== null) expect(parseTrackingCode(parsed)).toBe(parsed);
      }),
    );
  });
});
