import { codeAt, stepAt } from '../../src/people/totp.js';
import { DEMO_SECRET } from '../../src/start/demo-accounts.js';
import type { ManualTime } from './manual-time.js';

const STEP_MS = 30_000;

const clocks = new Map<string, ManualTime>();
const used = new Map<string, number>();

/** Tells which clock the program at `url` lives by. */
export const liveBy = (url: string, time: ManualTime) => clocks.set(url, time);

/** A code that the demo account has not used yet: each half minute gives one, and the next to it count too. */
export function nextDemoCode(url: string, login: string): string {
  const time = clocks.get(url);
  if (!time) throw new Error(`no world at ${url}`);
  const account = `${url} ${login.toLowerCase()}`;
  const last = used.get(account) ?? -Infinity;
  // Whoever signs in a fourth time in one instant waits for the next code.
  if (last === stepAt(time.now()) + 1) time.advance({ minutes: 0.5 });
  const step = Math.max(stepAt(time.now()) - 1, last + 1);
  used.set(account, step);
  return codeAt(DEMO_SECRET, new Date(step * STEP_MS));
}
