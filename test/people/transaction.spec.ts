import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { openTransaction, sealTransaction } from '../../src/people/oidc/transaction.js';

const key = randomBytes(32);
const issuer = 'https://idp.example/';
const now = new Date('2026-03-10T02:00:00.000Z');
const transaction = {
  state: 's',
  nonce: 'n',
  verifier: 'v',
  next: '/việc',
  begunAt: now.getTime(),
};
const sealed = sealTransaction(key, issuer, transaction);

describe('a sealed transaction', () => {
  it('opens with its key, for its issuer, within ten minutes', () => {
    expect(openTransaction(key, issuer, sealed, now)).toEqual(transaction);
    expect(openTransaction(randomBytes(32), issuer, sealed, now)).toBeNull();
    expect(openTransaction(key, 'https://other.example/', sealed, now)).toBeNull();
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    expect(openTransaction(key, issuer, sealed, later(600))).toEqual(transaction);
    expect(openTransaction(key, issuer, sealed, later(601))).toBeNull();
  });

  it('looks different each time, and does not open with any bit changed or cut off', () => {
    expect(sealTransaction(key, issuer, transaction)).not.toBe(sealed);
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at);
      expect(openTransaction(key, issuer, changed.toString('base64url'), now)).toBeNull();
      const cut = bytes.subarray(0, at).toString('base64url');
      expect(openTransaction(key, issuer, cut, now)).toBeNull();
    }
  });
});
