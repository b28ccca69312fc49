import type { Feature } from './features.js';
import type { Learned } from './learn.js';
import type { Guess, Head } from './model.js';

/** The score of each class; what the model does not know is passed over. */
export function scoresOf({ prior, absent, weights }: Learned, keys: readonly string[]): number[] {
  const scores = [...prior];
  let common = 0;
  for (const key of keys) {
    const weight = Object.hasOwn(weights, key) ? weights[key] : undefined;
    if (!weight) continue;
    const [rarity, by] = weight;
    common += rarity;
    for (const [label, gain] of by) scores[label] = (scores[label] ?? 0) + rarity * gain;
  }
  return scores.map((score, label) => score + common * (absent[label] ?? 0));
}

/** Probabilities of scores at a temperature; they add up to one. */
export function probabilities(scores: readonly number[], temperature: number): number[] {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp((score - most) / temperature));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
}

/** Labels from the most to the least probable; equal ones in the order of the labels. */
export const ranked = (scores: readonly number[]): number[] =>
  scores.map((_, at) => at).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);

const MOST_WORDS = 3;
/** What speaks by far less than the first word explains nothing. */
const WORTH_TELLING = 0.4;

/** The words that spoke for a class most, without those that lie inside others already taken. */
function wordsFor({ weights }: Learned, features: readonly Feature[], label: number): string[] {
  const spoke = features.flatMap((feature) => {
    const weight = Object.hasOwn(weights, feature.key) ? weights[feature.key] : undefined;
    const gain = weight?.[1].find(([one]) => one === label)?.[1] ?? 0;
    return gain > 0 ? [{ feature, gain: gain * (weight?.[0] ?? 0) }] : [];
  });
  const taken: Feature[] = [];
  const longestOfBest = spoke.toSorted(
    (a, b) => b.gain - a.gain || b.feature.to - b.feature.from - (a.feature.to - a.feature.from),
  );
  const least = WORTH_TELLING * (longestOfBest[0]?.gain ?? 0);
  for (const { feature, gain } of longestOfBest) {
    if (taken.length === MOST_WORDS || gain < least) break;
    if (taken.every(({ from, to }) => feature.to <= from || feature.from >= to))
      taken.push(feature);
  }
  return taken.map(({ shown }) => shown);
}

/** The most probable classes of a text, with the words that spoke for each; none for a text without known words. */
export function guess(head: Head, features: readonly Feature[], most: number): Guess[] {
  const keys = features.map(({ key }) => key);
  if (!keys.some((key) => Object.hasOwn(head.weights, key))) return [];
  const scores = scoresOf(head, keys);
  const shares = probabilities(scores, head.temperature);
  return ranked(scores)
    .slice(0, most)
    .map((label) => ({
      label: head.labels[label] ?? '',
      confidence: Math.round((shares[label] ?? 0) * 1000) / 1000,
      // Of a guess that is not told nobody asks for its words.
      get words() {
        return wordsFor(head, features, label);
      },
    }));
}
