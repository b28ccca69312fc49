import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What one sign-in must bring back from the provider; only the browser keeps it, and cannot read it. */
export interface Transaction {
  state: string;
  nonce: string;
  verifier: string;
  /** The path of ours to end at. */
  next: string;
  /** Milliseconds since 1970. */
  begunAt: number;
}

export const TRANSACTION_SECONDS = 600;

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The transaction for a cookie, readable with the same key and for the same issuer alone. */
export function sealTransaction(key: Buffer, issuer: string, transaction: Transaction): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(issuer));
  const sealed = [cipher.update(JSON.stringify(transaction), 'utf8'), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

/** The transaction in a cookie; null when it is not ours, of another issuer or older than ten minutes. */
export function openTransaction(
  key: Buffer,
  issuer: string,
  cookie: string,
  now: Date,
): Transaction | null {
  const bytes = Buffer.from(cookie, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  try {
    const cipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(issuer)).setAuthTag(tag);
    const text = cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8');
    const transaction = JSON.parse(text + cipher.final('utf8')) as Transaction;
    const age = now.getTime() - transaction.begunAt;
    return age <= TRANSACTION_SECONDS * 1000 ? transaction : null;
  } catch {
    return null;
  }
}
