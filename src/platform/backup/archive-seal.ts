import { createHmac, timingSafeEqual } from 'node:crypto';
import { derive } from '../config/secret-key.js';
import { formatKeys, parseKeys, type IdentityKey } from '../sealing/identity-key.js';
import { seal, unseal } from '../sealing/box.js';
import type { Manifest } from './manifest.js';

/** Names a secret key without telling anything of it. */
export const secretKeyId = (key: Buffer) =>
  derive(key, 'backup secret key id').toString('hex').slice(0, 12);

const sealOf = (key: Buffer, text: string) =>
  createHmac('sha256', derive(key, 'backup manifest')).update(text).digest('hex');

/** Whoever changes a part and its checksum cannot make this seal without the secret key. */
export function sealManifest(key: Buffer, manifest: Manifest): Buffer {
  const text = JSON.stringify(manifest);
  return Buffer.from(`${JSON.stringify({ seal: sealOf(key, text), manifest }, null, 1)}\n`);
}

/** Null when it was not sealed with this key as it stands. */
export function openManifest(key: Buffer, text: string): Manifest | null {
  const { seal, manifest } = JSON.parse(text) as { seal?: unknown; manifest?: Manifest };
  if (typeof seal !== 'string' || typeof manifest !== 'object') return null;
  const due = Buffer.from(sealOf(key, JSON.stringify(manifest)));
  const given = Buffer.from(seal);
  return given.length === due.length && timingSafeEqual(given, due) ? manifest : null;
}

const PLACE = 'backup.identity_keys';

const box = (key: Buffer) => derive(key, 'backup identity keys');

export const sealKeys = (key: Buffer, keys: readonly IdentityKey[]) =>
  seal(box(key), formatKeys(keys), PLACE);

export const openKeys = (key: Buffer, sealed: string): IdentityKey[] =>
  parseKeys(unseal(box(key), sealed, PLACE)) ?? [];
