import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { deviceOf } from '../../src/people/device.js';
import { isForeign } from '../../src/people/origin.guard.js';
import { isRecoveryCode, newRecoveryCodes, recoveryHash } from '../../src/people/recovery-codes.js';
import { seal, unseal } from '../../src/platform/sealing/box.js';
import { codeAt, newSecret, stepAt, stepOf } from '../../src/people/totp.js';

const anyBytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size });

describe('a sealed text', () => {
  it('opens with its key and context alone, and never looks the same twice', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(anyBytes(32), text, text, text, (bytes, words, context, other) => {
        const key = Buffer.from(bytes);
        const sealed = seal(key, words, context);
        expect(unseal(key, sealed, context)).toBe(words);
        expect(seal(key, words, context)).not.toBe(sealed);
        if (other !== context) expect(() => unseal(key, sealed, other)).toThrow();
        expect(() => unseal(randomBytes(32), sealed, context)).toThrow();
      }),
    );
  });

  it('does not open when anything in it was changed or cut', () => {
    const key = randomBytes(32);
    const sealed = Buffer.from(seal(key, 'một bí mật', 'a'), 'base64');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => unseal(key, changed.toString('base64'), 'a')).toThrow();
      expect(() => unseal(key, sealed.subarray(0, at).toString('base64'), 'a')).toThrow();
    }
  });
});

describe('a code by time', () => {
  it('is read with a blank in the middle, as authenticators show it', () => {
    const secret = newSecret();
    const code = codeAt(secret, new Date(0));
    expect(stepOf(secret, `${code.slice(0, 3)} ${code.slice(3)}`, new Date(0))).toBe(0);
  });

  // RFC 6238, appendix B: the last six digits of its eight.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('of second %d is %s', (second, code) => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const at = new Date(second * 1000);
    expect(codeAt(secret, at)).toBe(code);
    expect(stepOf(secret, code, at)).toBe(Math.floor(second / 30));
  });

  it('tells its step, one away at most', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: -4, max: 4 }),
        (at, off) => {
          const secret = newSecret();
          const code = codeAt(secret, new Date(at.getTime() + off * 30_000));
          const step = stepOf(secret, code, at);
          if (Math.abs(off) <= 1) expect(step).toBe(stepAt(at) + off);
          else expect(step === null || Math.abs(step - stepAt(at)) <= 1).toBe(true);
        },
      ),
    );
  });

  it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '-12345', ' 12345', '12e456'])(
    '%s is none',
    (code) => {
      expect(stepOf(newSecret(), code, new Date(0))).toBeNull();
    },
  );
});

describe('recovery codes', () => {
  it('are known as such, and kept as hashes that fit one person', () => {
    const codes = newRecoveryCodes();
    for (const code of codes) {
      expect(isRecoveryCode(code)).toBe(true);
      expect(recoveryHash('a', code)).toBe(recoveryHash('a', ` ${code.toUpperCase()} `));
      expect(recoveryHash('a', code)).not.toBe(recoveryHash('b', code));
    }
    expect(isRecoveryCode('123456')).toBe(false);
  });
});

describe('a device', () => {
  const mozilla = 'Mozilla/5.0';
  it.each([
    [
      `${mozilla} (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0`,
      'Firefox · Windows',
    ],
    [
      `${mozilla} (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
      'Edge · Windows',
    ],
    [
      `${mozilla} (Linux; Android 15; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36`,
      'Chrome · Android',
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Safari/604.1`,
      'Safari · iOS',
    ],
    [
      `${mozilla} (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1 Version/19.0 Safari/605.1`,
      'Safari · macOS',
    ],
    ['curl/8.9', null],
    [undefined, null],
    ['<script>alert(1)</script>', null],
  ])('%s is %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });
});

describe('a request', () => {
  const host = 'dau-moi.example';
  it.each([
    [{}, false],
    [{ origin: 'https://dau-moi.example' }, false],
    [{ origin: 'https://dau-moi.example', 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, true],
    [{ origin: 'null' }, true],
    [{ origin: 'https://evil.example' }, true],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'https://dau-moi.example.evil.example' }, true],
    [{ origin: 'https://dau-moi.example:8443' }, true],
    [{ origin: '' }, true],
  ])('with %j is foreign: %s', (headers, foreign) => {
    expect(isForeign({ host, ...headers })).toBe(foreign);
  });
});
