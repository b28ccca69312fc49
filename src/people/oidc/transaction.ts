import { seal, unseal } from '../../platform/sealing/box.js';

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

/** The transaction for a cookie, readable with the same key and for the same issuer alone. */
export function sealTransaction(key: Buffer, issuer: string, transaction: Transaction): string {
  return seal(key, JSON.stringify(transaction), issuer);
}

/** The transaction in a cookie; null when it is not ours, of another issuer or older than ten minutes. */
export function openTransaction(
  key: Buffer,
  issuer: string,
  cookie: string,
  now: Date,
): Transaction | null {
  try {
    const transaction = JSON.parse(unseal(key, cookie, issuer)) as Transaction;
    const age = now.getTime() - transaction.begunAt;
    return age <= TRANSACTION_SECONDS * 1000 ? transaction : null;
  } catch {
    return null;
  }
}
