import type { Certainty, Choice, Procedure, Recognised } from './types.js';

/** What is done with a filing: taken in, asked about, or diverted. */
export type Verdict =
  | { do: 'accept' }
  | { do: 'ask'; procedure: Procedure }
  | { do: 'divert'; procedure: Procedure; certainty: Certainty | 'declared'; final: boolean };

/**
 * What follows from what was recognised and what the filer has declared. `check`: its category always asks. Nobody is
 * overruled by a pattern, but an explicit petition stays one.
 */
export function judge(
  found: Recognised | null,
  declared: Choice['value'] | null,
  check: boolean,
): Verdict {
  if (declared !== null && declared !== 'report') {
    const certainty = found?.procedure === declared ? found.certainty : 'declared';
    return { do: 'divert', procedure: declared, certainty, final: false };
  }
  if (found?.certainty === 'sure' && (declared === null || found.final)) {
    const { procedure, certainty, final } = found;
    return { do: 'divert', procedure, certainty, final };
  }
  if (declared === 'report') return { do: 'accept' };
  if (found) return { do: 'ask', procedure: found.procedure };
  return check ? { do: 'ask', procedure: 'denunciation' } : { do: 'accept' };
}
