import { deeds } from '#lifecycle';
import { parseLimit } from '#working-time';
import type { LadderStep, Policy } from './policy.js';

const recipients = ['officer', 'agency_head', 'supervisor', 'leader'];

/** A ladder cannot be climbed without end, whatever a policy says. */
const MOST_TIMES = 50;

function limitFault(limit: string): string | null {
  try {
    parseLimit(limit);
    return null;
  } catch {
    return `${limit} is no limit`;
  }
}

function stepFault({ at, action, to, do: done = [], every, times = 0 }: LadderStep): string | null {
  if ('share' in at && !(at.share > 0 && at.share < 1)) return 'a share is between 0 and 1';
  const limits = [...('share' in at ? [] : Object.values(at)), ...(every ? [every] : [])];
  const wrong = limits.map(limitFault).find((fault) => fault !== null);
  if (wrong) return wrong;
  if (!['warn', 'breach', 'escalate'].includes(action)) return `${action} is no action of a step`;
  if ('after' in at === (action === 'warn')) return `${action} stands on the wrong side`;
  if (to.some((one) => !recipients.includes(one))) return `${to.join(', ')}: nobody by this name`;
  if (done.some((one) => !deeds.includes(one))) return `${done.join(', ')}: nothing by this name`;
  if (action === 'breach' && (times > 0 || !('after' in at) || parseLimit(at.after).amount !== 0))
    return 'a breach is at the deadline, once';
  if (times > 0 !== (every !== undefined)) return '`every` and `times` stand together';
  return times <= MOST_TIMES ? null : `more than ${MOST_TIMES} times`;
}

const breaches = (steps: LadderStep[]) => steps.filter(({ action }) => action === 'breach').length;

/** Why the ladders of a policy cannot be climbed; null when they can. */
export function ladderFault({ ladder, ladders = {} }: Pick<Policy, 'ladder' | 'ladders'>) {
  for (const [name, steps] of Object.entries({ ladder, ...ladders })) {
    const fault =
      breaches(steps) === 1
        ? steps.map(stepFault).find((one) => one !== null)
        : 'a ladder has one breach';
    if (fault) return `${name}: ${fault}`;
  }
  return null;
}
