import type { Facts, Reason, Rule, Speaks } from './types.js';
import { weights } from './weights.js';

const because = (vi: string, en: string): Reason => ({ what: 'kind', vi, en });

/** How far what the two are about speaks for one event. */
export function kindSpeaks(a: Facts, b: Facts): Speaks {
  const { same, suggested, family } = weights.kind;
  if (a.category !== null && a.category === b.category)
    return { score: same, reason: because('cùng lĩnh vực', 'the same category') };
  if (!a.families.some((one) => b.families.includes(one))) return { score: 0, reason: null };
  if (a.category !== null && b.category !== null)
    return {
      score: family,
      reason: because('cùng nhóm lĩnh vực', 'the same group of categories'),
    };
  return {
    score: suggested,
    reason: because('lời cho thấy cùng nhóm lĩnh vực', 'by its words the same group of categories'),
  };
}

/** Of two categories what binds both: events of different kinds are one event only close together. */
export function ruleOf(a: Rule, b: Rule): Rule {
  return {
    radiusMeters: Math.min(a.radiusMeters, b.radiusMeters),
    windowHours: Math.min(a.windowHours, b.windowHours),
  };
}
