import type { Matter } from './types.js';
import { weights } from './weights.js';

/** How far from a matter, and how long before or after it, another can still be likely. */
export function reachOf({ rule, slackMeters }: Pick<Matter, 'rule' | 'slackMeters'>): {
  meters: number;
  hours: number;
} {
  const { bars, edge, text, unlocatedMeters } = weights;
  // The words can lift a score by this much, so that less of place or time passes the bar.
  const least = bars.likely / (1 + text.share);
  const times = (1 - least) / (1 - edge);
  return {
    meters: (rule.radiusMeters || unlocatedMeters) * times + slackMeters,
    hours: rule.windowHours * times,
  };
}
