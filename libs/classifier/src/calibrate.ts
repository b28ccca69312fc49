import { probabilities, ranked } from './score.js';

/** What a model said of a document that it had not learned from; `label` is null when it belongs to no class. */
export interface Outcome {
  scores: number[];
  label: number | null;
}

const COLDEST = 0.05;
const HOTTEST = 50;
const ROUNDS = 40;

/** The mean surprise about what was right, at a temperature. */
function surprise(outcomes: readonly Outcome[], temperature: number): number {
  const told = outcomes.map(({ scores, label }) =>
    label === null ? 0 : -Math.log(Math.max(probabilities(scores, temperature)[label] ?? 0, 1e-9)),
  );
  return told.reduce((sum, one) => sum + one, 0);
}

/** The temperature at which held-out documents surprise least: naive Bayes is far too sure of itself without. */
export function temperatureOf(outcomes: readonly Outcome[]): number {
  if (outcomes.every(({ label }) => label === null)) return 1;
  const share = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(COLDEST);
  let high = Math.log(HOTTEST);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [left, right] = [high - share * (high - low), low + share * (high - low)];
    if (surprise(outcomes, Math.exp(left)) < surprise(outcomes, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.round(Math.exp((low + high) / 2) * 1e3) / 1e3;
}

/** The first guess about a document: how sure, and whether right. */
export interface Verdict {
  confidence: number;
  right: boolean;
}

export function verdictsOf(outcomes: readonly Outcome[], temperature: number): Verdict[] {
  return outcomes.map(({ scores, label }) => {
    const [first = 0] = ranked(scores);
    return { confidence: probabilities(scores, temperature)[first] ?? 0, right: first === label };
  });
}

const BINS = 10;

/** Mean distance between confidence and accuracy over ten bins of equal width, weighted by what falls into each. */
export function calibrationError(verdicts: readonly Verdict[]): number {
  const bins = Array.from({ length: BINS }, () => ({ total: 0, right: 0, confidence: 0 }));
  for (const { confidence, right } of verdicts) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (!bin) continue;
    bin.total += 1;
    bin.right += right ? 1 : 0;
    bin.confidence += confidence;
  }
  const off = bins.reduce((sum, { right, confidence }) => sum + Math.abs(right - confidence), 0);
  return verdicts.length === 0 ? 0 : off / verdicts.length;
}

/** One-sided 90 %. */
const Z = 1.2816;
/** How often what is above the bar has to be right, with that certainty. */
export const SURE_ENOUGH = 0.9;

/** The lower end of what a share may be, seen in so few (Wilson): ten out of ten is not yet nine in ten. */
export function atLeast(right: number, total: number): number {
  if (total === 0) return 0;
  const share = right / total;
  const z2 = (Z * Z) / total;
  const spread = Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total));
  return (share + z2 / 2 - spread) / (1 + z2);
}

/** The lowest confidence from which guesses are right often enough; null when none is. */
export function barOf(verdicts: readonly Verdict[]): number | null {
  const surest = verdicts.toSorted((a, b) => b.confidence - a.confidence);
  let bar: number | null = null;
  let right = 0;
  for (const [at, one] of surest.entries()) {
    right += one.right ? 1 : 0;
    // What is equally sure stands or falls together.
    if (surest[at + 1]?.confidence === one.confidence) continue;
    if (atLeast(right, at + 1) >= SURE_ENOUGH) bar = one.confidence;
  }
  // Rounded up: nothing below what was measured passes.
  return bar === null ? null : Math.min(1, Math.ceil(bar * 1e3) / 1e3);
}
