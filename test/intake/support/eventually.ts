import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits until what is read is what is expected; says the last that was read when it never is. */
export async function eventually<T>(
  read: () => Promise<T>,
  expected: T,
  within = 20_000,
): Promise<void> {
  const until = performance.now() + within;
  for (;;) {
    const found = await read();
    try {
      expect(found).toEqual(expected);
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await pause(25);
    }
  }
}
