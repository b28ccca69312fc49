import { compare, similarity, weights, type Matter } from '#likeness';
import type { Labelled } from './samples.js';

const HOUR = 3_600_000;

type Way = (a: Labelled, b: Labelled) => boolean;

const alike = (a: Matter, b: Matter) => compare(a, b).score >= weights.bars.likely;

/** The ways of telling duplicates that are measured side by side. */
export const ways: Record<string, Way> = {
  'trigram 0.3 alone': (a, b) => similarity(a.labelled.trigrams, b.labelled.trigrams) >= 0.3,
  'kind, ward, 72 h (true labels)': (a, b) =>
    a.category !== null &&
    a.category === b.category &&
    a.ward !== null &&
    a.ward === b.ward &&
    Math.abs(a.labelled.at.getTime() - b.labelled.at.getTime()) <= 72 * HOUR,
  'ours (true labels)': (a, b) => alike(a.labelled, b.labelled),
  'ours (as filed)': (a, b) => alike(a.filed, b.filed),
  'ours (as filed, no points)': (a, b) => alike(a.pointless, b.pointless),
};

export interface Measured {
  way: string;
  found: number;
  wrong: number;
  missed: number;
  precision: number;
  recall: number;
  f1: number;
  /** The pairs told wrongly, for reading. */
  errors: string[];
}

const round = (share: number) => Number(share.toFixed(3));

export function measure(samples: readonly Labelled[], way: string, same: Way): Measured {
  const errors: string[] = [];
  let [found, wrong, missed] = [0, 0, 0];
  for (const [at, a] of samples.entries())
    for (const b of samples.slice(at + 1)) {
      const truth = a.group !== null && a.group === b.group;
      const said = same(a, b);
      if (truth && said) found++;
      else if (said) wrong++;
      else if (truth) missed++;
      if (truth !== said) errors.push(`${said ? 'wrong' : 'missed'} ${a.id}-${b.id}`);
    }
  const precision = found / Math.max(1, found + wrong);
  const recall = found / Math.max(1, found + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const figures = { precision: round(precision), recall: round(recall), f1: round(f1) };
  return { way, found, wrong, missed, ...figures, errors };
}
