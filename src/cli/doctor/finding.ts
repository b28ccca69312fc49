import type { Words } from '#lifecycle';
import { StartError } from '../../platform/config/start-error.js';

/** `bad` must be mended; `look` is for somebody to look at; `none` was not looked at, because it is not set up. */
export type State = 'good' | 'look' | 'bad' | 'none';

export interface Finding {
  name: string;
  state: State;
  what: Words;
  /** How to mend it; null where nothing is wrong, or `what` says it. */
  mend: Words | null;
}

export const words = (vi: string, en: string): Words => ({ vi, en });

/** What one check says; the name is the check's. */
export type Said = Omit<Finding, 'name'>;

export const good = (vi: string, en: string): Said => ({
  state: 'good',
  what: words(vi, en),
  mend: null,
});

export const none = (vi: string, en: string): Said => ({
  state: 'none',
  what: words(vi, en),
  mend: null,
});

export const look = (what: Words, mend: Words): Said => ({ state: 'look', what, mend });

export const bad = (what: Words, mend: Words): Said => ({ state: 'bad', what, mend });

/** An error that would prevent a start says itself what to do. */
export function ofError(error: unknown): Said {
  if (error instanceof StartError)
    return { state: 'bad', what: words(error.vietnamese, error.english), mend: null };
  const { code, message } = error as Error & { code?: string };
  const why = code ?? message;
  return bad(
    words(`không kiểm tra được (${why})`, `could not be looked at (${why})`),
    words('hãy xem lỗi này rồi chạy lại doctor', 'look at this error, then run doctor again'),
  );
}

export type Check = () => Promise<Said> | Said;

/** Each by itself: one that fails keeps no other from being looked at. */
export async function examine(checks: Record<string, Check>): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(checks)) {
    let said: Said;
    try {
      said = await check();
    } catch (error) {
      said = ofError(error);
    }
    findings.push({ name, ...said });
  }
  return findings;
}
