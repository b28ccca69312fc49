import { close, open } from './box.js';
import type { IdentityKey } from './identity-key.js';

const FORM = /^v1\.([a-z0-9-]{1,20})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22,})$/;

const reasons = ['malformed', 'unknown_key', 'refused'] as const;

/** A sealed text that does not open: no sealed text, sealed with a key that is not there, or changed or moved. */
export class SealError extends Error {
  override readonly name = 'SealError';

  constructor(readonly reason: (typeof reasons)[number]) {
    super(reason);
  }
}

/** Seals a text for one place, `table.column.row`, where alone it opens: `v1.<key id>.<nonce>.<ciphertext and tag>`. */
export function seal(key: IdentityKey, place: string, text: string): string {
  const { nonce, body } = close(key.sealing, text, place);
  return ['v1', key.id, nonce.toString('base64url'), body.toString('base64url')].join('.');
}

/** @throws SealError for whatever was not sealed here with one of these keys */
export function unseal(keys: readonly IdentityKey[], place: string, sealed: string): string {
  const [, id, nonce, body] = FORM.exec(sealed) ?? fail('malformed');
  const key = keys.find((one) => one.id === id) ?? fail('unknown_key');
  const closed = { nonce: exactly(nonce ?? ''), body: exactly(body ?? '') };
  try {
    return open(key.sealing, closed, place);
  } catch {
    return fail('refused');
  }
}

/** Base64url read strictly: Node passes over what it does not know, so that several texts give the same bytes. */
function exactly(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : fail('malformed');
}

function fail(reason: SealError['reason']): never {
  throw new SealError(reason);
}
