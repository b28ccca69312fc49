import { DomainError } from '../errors/domain-error.js';

// No request of ours comes near: five levels, and some sixty values with every question answered.
const MAX_DEPTH = 32;
const MAX_VALUES = 1000;

// What every object inherits: class-transformer calls a `constructor` that it finds, whatever it is.
const inherited = new Set(['__proto__', 'constructor', 'prototype']);

/** A class of bodies that may hold more values than others says how many. */
export interface Roomy {
  mostValues?: number;
}

/** Refuses JSON too deep or too large to look into, or with names that objects inherit. @throws request.malformed */
export function requireBounded(json: unknown, mostValues = MAX_VALUES): void {
  let level = [json];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    seen += level.length;
    if (depth > MAX_DEPTH || seen > mostValues) throw new DomainError('request.malformed');
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? valuesOf(value) : [],
    );
  }
}

function valuesOf(value: object): unknown[] {
  if (Object.keys(value).some((name) => inherited.has(name)))
    throw new DomainError('request.malformed');
  return Object.values(value) as unknown[];
}
