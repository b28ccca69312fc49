import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/door.js';
import { DomainError, fieldError } from '../platform/errors/domain-error.js';
import { IdempotencyKeyRow } from './idempotency.entity.js';

/** A request with an Idempotency-Key, and the hashes that what it asks for may be known by, the present one first. */
export interface KeyedRequest {
  scope: string;
  key: string;
  requestHashes: string[];
}

const MAX_KEY = 255;

/** The key of a request's header. @throws 400 for one that is empty or too long */
export function keyOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || header.length === 0 || header.length > MAX_KEY)
    throw fieldError(
      'Idempotency-Key',
      'malformed',
      'Dài từ 1 đến 255 ký tự.',
      'From 1 to 255 characters.',
    );
  return header;
}

/** Remembers answers by key, in the transaction of what they answer. */
@Injectable()
export class Idempotency {
  /** Takes the key for this transaction; false when it was taken before. Waits for one who is taking it now. */
  async take(tx: Tx, request: KeyedRequest, answer: object, createdAt: Date): Promise<boolean> {
    const taken = await tx.query<unknown[]>(
      `with taken as (
         insert into idempotency_key (scope, key, request_hash, answer, created_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing returning 1)
       select 1 from taken`,
      [request.scope, request.key, request.requestHashes[0], JSON.stringify(answer), createdAt],
    );
    return taken.length === 1;
  }

  /** The answer remembered for a request; null when there is none. @throws 422 for another request */
  async recall<T>(tx: Tx, { scope, key, requestHashes }: KeyedRequest): Promise<T | null> {
    const known = await tx.findOneBy(IdempotencyKeyRow, { scope, key });
    if (!known) return null;
    if (!requestHashes.includes(known.requestHash))
      throw new DomainError('idempotency.other_request');
    return known.answer as T;
  }
}
