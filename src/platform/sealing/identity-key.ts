import { createHmac, randomBytes } from 'node:crypto';
import { derive } from '../config/secret-key.js';

/** One key under which identities are sealed; what is stored with its help names it by its id. */
export interface IdentityKey {
  readonly id: string;
  readonly secret: Buffer;
  /** For AES-256-GCM. */
  readonly sealing: Buffer;
  /** For what must be compared without being opened. */
  readonly marking: Buffer;
}

const BYTES = 32;
export const KEY_ID = /^[a-z0-9-]{1,20}$/;

export function identityKey(id: string, secret: Buffer): IdentityKey {
  const sealing = derive(secret, 'identity sealing');
  return { id, secret, sealing, marking: derive(secret, 'identity marking') };
}

export const newIdentityKey = () => identityKey(randomBytes(4).toString('hex'), randomBytes(BYTES));

function keyOf(text: string): IdentityKey | null {
  const [id = '', base64 = '', ...rest] = text.trim().split(':');
  const secret = Buffer.from(base64, 'base64');
  const whole = secret.length === BYTES && secret.toString('base64') === base64;
  return whole && rest.length === 0 && KEY_ID.test(id) ? identityKey(id, secret) : null;
}

/** Keys written `id:base64`, between commas or on lines; null unless each is whole and no id stands twice. */
export function parseKeys(text: string): IdentityKey[] | null {
  const keys = text
    .trim()
    .split(/[,\n]/)
    .map((part) => keyOf(part));
  const known = keys.filter((key) => key !== null);
  const ids = new Set(known.map(({ id }) => id));
  return ids.size === keys.length ? known : null;
}

export const formatKeys = (keys: readonly IdentityKey[]) =>
  keys.map(({ id, secret }) => `${id}:${secret.toString('base64')}\n`).join('');

/** A keyed hash: equal for equal texts under one key, and of no use to whoever has not the key. */
export const markOf = (key: IdentityKey, purpose: string, text: string) =>
  createHmac('sha256', key.marking).update(`${purpose}\n${text}`).digest('base64url');
