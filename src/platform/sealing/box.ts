import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A text closed with AES-256-GCM; the tag stands at the end of the body. */
export interface Closed {
  nonce: Buffer;
  body: Buffer;
}

/** The nonce is random, which GCM admits for 2^32 texts under one key (NIST SP 800-38D, 8.3). */
export function close(key: Buffer, text: string, context: string): Closed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { nonce, body };
}

/** @throws for another key or context, or a changed text */
export function open(key: Buffer, { nonce, body }: Closed, context: string): string {
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(body.subarray(-TAG_BYTES));
  const text = decipher.update(body.subarray(0, -TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}

/** The same as one word: base64url of nonce and body. */
export function seal(key: Buffer, text: string, context: string): string {
  const { nonce, body } = close(key, text, context);
  return Buffer.concat([nonce, body]).toString('base64url');
}

/** @throws for another key or context, or a changed text */
export function unseal(key: Buffer, sealed: string, context: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const closed = { nonce: bytes.subarray(0, NONCE_BYTES), body: bytes.subarray(NONCE_BYTES) };
  return open(key, closed, context);
}
