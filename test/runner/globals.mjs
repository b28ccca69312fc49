// What specs import as `@jest/globals`. The runner knows no limits of time; these do.
import { bind } from 'jest-each';

const { expect } = globalThis;
let usual = 60_000;

const bounded = (work, limit = usual) =>
  typeof work !== 'function'
    ? work
    : async () => {
        let timer;
        const late = new Promise((_, reject) => {
          timer = setTimeout(() => reject(new Error(`took longer than ${limit} ms`)), limit);
        });
        try {
          await Promise.race([work(), late]);
        } finally {
          clearTimeout(timer);
        }
      };

const timed = (define) => (name, work, limit) => define(name, bounded(work, limit));
const timedHook = (define) => (work, limit) => define(bounded(work, limit));

const eachOf = (define) => Object.assign(define, { each: bind(define) });
const it = eachOf(timed(globalThis.it));
it.skip = eachOf((name) => globalThis.it.skip(name, () => undefined));
it.only = eachOf(timed(globalThis.it.only));

const jest = Object.assign(globalThis.jest, { setTimeout: (ms) => (usual = ms) });
const { describe } = globalThis;
const [beforeAll, afterAll, beforeEach, afterEach] = [
  globalThis.beforeAll,
  globalThis.afterAll,
  globalThis.beforeEach,
  globalThis.afterEach,
].map(timedHook);

export { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, it as test, jest };
