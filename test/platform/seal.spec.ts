import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import {
  formatKeys,
  identityKey,
  markOf,
  newIdentityKey,
  parseKeys,
  type IdentityKey,
} from '../../src/platform/sealing/identity-key.js';
import { seal, SealError, unseal } from '../../src/platform/sealing/seal.js';

const key = newIdentityKey();
const place = 'filer.sealed.018f0000-0000-7000-8000-000000000001';
const texts = fc.string({ unit: 'binary', maxLength: 300 });

function reasonOf(keys: readonly IdentityKey[], where: string, sealed: string): string {
  try {
    unseal(keys, where, sealed);
    return 'opened';
  } catch (error) {
    if (error instanceof SealError) return error.reason;
    throw error;
  }
}

describe('a sealed text', () => {
  it('opens with its key at its place, and says which key', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const sealed = seal(key, place, text);
        expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]{22,}$/);
        expect(sealed.split('.')[1]).toBe(key.id);
        expect(unseal([newIdentityKey(), key], place, sealed)).toBe(text);
      }),
    );
  });

  it('is never the same twice', () => {
    const many = Array.from({ length: 500 }, () => seal(key, place, 'An'));
    expect(new Set(many.map((one) => one.split('.')[2])).size).toBe(500);
  });

  it('does not open elsewhere', () => {
    fc.assert(
      fc.property(texts, fc.uuid(), (text, id) => {
        expect(reasonOf([key], `filer.sealed.${id}`, seal(key, place, text))).toBe('refused');
      }),
    );
  });

  it('does not open with another key, though it has the same id', () => {
    const other = identityKey(key.id, randomBytes(32));
    const sealed = seal(key, place, 'Nguyễn An');
    expect(reasonOf([other], place, sealed)).toBe('refused');
    expect(reasonOf([newIdentityKey()], place, sealed)).toBe('unknown_key');
    expect(reasonOf([], place, sealed)).toBe('unknown_key');
  });

  it('does not open once a character of it is another, or it is cut or longer', () => {
    const alphabet = 'ABCxyz019-_.v=! ';
    const cases = fc.tuple(texts, fc.nat(), fc.constantFrom(...alphabet), fc.nat({ max: 2 }));
    fc.assert(
      fc.property(cases, ([text, at, character, way]) => {
        const sealed = seal(key, place, text);
        const index = at % sealed.length;
        const rest = sealed.slice(index + 1);
        const changed =
          sealed.slice(0, index) + character + (way === 1 ? sealed.slice(index) : rest);
        const broken = way === 0 ? sealed.slice(0, index) : changed;
        if (broken !== sealed)
          expect(['malformed', 'unknown_key', 'refused']).toContain(reasonOf([key], place, broken));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not open with the nonce of another', () => {
    const [one, other] = [seal(key, place, 'An'), seal(key, place, 'An')].map((s) => s.split('.'));
    expect(reasonOf([key], place, ['v1', key.id, one![2], other![3]].join('.'))).toBe('refused');
  });

  it.each([
    '',
    'v1',
    'An',
    'v2.k.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA',
    'v1...',
    '{"name":"An"}',
  ])('is not: %j', (text) => expect(reasonOf([key], place, text)).toBe('malformed'));
});

describe('keys in words', () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((one) => Buffer.from(one));
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,20}$/), {
    minLength: 1,
    maxLength: 5,
  });

  it('are read as they were written, on lines or between commas', () => {
    fc.assert(
      fc.property(ids, bytes, (names, secret) => {
        const keys = names.map((id) => identityKey(id, secret));
        const written = formatKeys(keys);
        expect(parseKeys(written)).toEqual(keys);
        expect(parseKeys(written.trim().replaceAll('\n', ', '))).toEqual(keys);
      }),
    );
  });

  const good = randomBytes(32).toString('base64');
  it.each([
    ['nothing', ''],
    ['no id', good],
    ['an empty id', `:${good}`],
    ['an id in capitals', `K1:${good}`],
    ['an id with a dot, which ends it in a sealed text', `k.1:${good}`],
    ['31 bytes', `k1:${randomBytes(31).toString('base64')}`],
    ['base64url', `k1:${Buffer.alloc(32, 255).toString('base64url')}`],
    ['one id twice', `k1:${good},k1:${good}`],
    ['a comma too many', `k1:${good},`],
    ['an empty line between', `k1:${good}\n\nk2:${good}`],
  ])('are refused: %s', (_, text) => {
    expect(parseKeys(text)).toBeNull();
  });
});

describe('a mark', () => {
  it('is equal for equal texts, and tells nothing without the key', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(markOf(key, 'phone', one) === markOf(key, 'phone', other)).toBe(one === other);
        expect(markOf(key, 'phone', one)).not.toBe(markOf(key, 'mail', one));
        expect(markOf(newIdentityKey(), 'phone', one)).not.toBe(markOf(key, 'phone', one));
      }),
    );
  });
});
