import { featuresOf } from './features.js';
import type { Head, Weight } from './model.js';

/** A text as its features, how much it counts, and the class it belongs to; null: to none. */
export interface Document {
  keys: readonly string[];
  label: string | null;
  weight: number;
}

/** Added to every count, so that a word that a class never had does not rule it out. */
const SMOOTHING = 0.1;
/** How far what is frequent is believed before a word is read: little, or street lights take everything. */
const PRIOR = 0.3;
/** A word that only one complaint has could be about its filer. */
export const FEWEST_COMPLAINTS = 2;

export const documentOf = (text: string, label: string | null, weight = 1): Document => ({
  keys: featuresOf(text).map(({ key }) => key),
  label,
  weight,
});

type Counts = Map<string, Map<number, number>>;

function count(counts: Counts, { keys, weight }: Document, label: number): void {
  for (const key of keys) {
    const by = counts.get(key) ?? new Map<number, number>();
    counts.set(key, by.set(label, (by.get(label) ?? 0) + weight));
  }
}

/** What may be kept of complaints: features of the catalogue, and those that several complaints have. */
function keptFeatures(known: Counts, complaints: readonly Document[]): (key: string) => boolean {
  const seen = new Map<string, number>();
  for (const { keys } of complaints)
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  return (key) => known.has(key) || (seen.get(key) ?? 0) >= FEWEST_COMPLAINTS;
}

const rounded = (number: number) => Math.round(number * 1e4) / 1e4;

export type Learned = Pick<Head, 'labels' | 'prior' | 'absent' | 'weights'>;

/**
 * Multinomial naive Bayes over features weighted by their rarity: one pass over the documents, and each weight can be
 * read. `catalogue` are documents of the city's own words, `complaints` those that somebody decided.
 */
export function learn(
  labels: readonly string[],
  catalogue: readonly Document[],
  complaints: readonly Document[],
): Learned {
  const index = new Map(labels.map((label, at) => [label, at]));
  const counts: Counts = new Map();
  const told = labels.map(() => 1);
  const of = ({ label }: Document) => (label === null ? undefined : index.get(label));
  for (const one of catalogue) {
    const label = of(one);
    if (label !== undefined) count(counts, one, label);
  }
  const kept = keptFeatures(counts, complaints);
  for (const one of complaints) {
    const label = of(one);
    if (label === undefined) continue;
    count(counts, { ...one, keys: one.keys.filter(kept) }, label);
    told[label] = (told[label] ?? 0) + 1;
  }
  const sums = labels.map(() => SMOOTHING * counts.size);
  for (const by of counts.values())
    for (const [label, number] of by) sums[label] = (sums[label] ?? 0) + number;
  return {
    labels: [...labels],
    prior: told.map((number) => rounded(PRIOR * Math.log(number))),
    absent: sums.map((sum) => rounded(Math.log(SMOOTHING / sum))),
    weights: Object.fromEntries(
      [...counts].map(([key, by]): [string, Weight] => [key, weightOf(by, labels.length)]),
    ),
  };
}

/** The rarity is 1 for a word of one class; a word that all have says next to nothing. */
function weightOf(by: Map<number, number>, labels: number): Weight {
  const rarity = Math.log(1 + labels / by.size) / Math.log(1 + labels);
  const gains = [...by].map(([label, number]): [number, number] => [
    label,
    rounded(Math.log((number + SMOOTHING) / SMOOTHING)),
  ]);
  return [rounded(rarity), gains];
}
