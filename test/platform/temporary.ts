import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from '@jest/globals';

/** A folder (mode 0700) of its own for a spec, removed at its end, after `closing` what lives in it. */
export async function temporaryFolder(closing = async () => {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dau-moi-'));
  afterAll(async () => {
    await closing();
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Polls until `condition` yields a value; fails after `seconds`. */
export async function eventually<T>(
  condition: () => Promise<T | null | undefined | false>,
  seconds = 10,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`not within ${seconds} s`);
    await sleep(20);
  }
}
