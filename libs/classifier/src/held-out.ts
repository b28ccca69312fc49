import { calibrationError, temperatureOf, barOf, verdictsOf, type Outcome } from './calibrate.js';
import { learn, type Document, type Learned } from './learn.js';
import type { Head, HeldOut, Tally } from './model.js';
import { ranked, scoresOf } from './score.js';

const FOLDS = 10;

const empty = (): Tally => ({ total: 0, right: 0, inThree: 0 });

function tally(into: Tally, place: number): void {
  into.total += 1;
  if (place === 0) into.right += 1;
  if (place >= 0 && place < 3) into.inThree += 1;
}

/**
 * What is said of each document by a model that has not seen it. A generator, so that whoever runs it beside other
 * work can pause between folds.
 */
export function* heldOutcomes(
  labels: readonly string[],
  catalogue: readonly Document[],
  complaints: readonly Document[],
): Generator<void, Outcome[]> {
  const folds = Math.min(complaints.length, FOLDS);
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const rest = complaints.filter((_, at) => at % folds !== fold);
    const learned: Learned = learn(labels, catalogue, rest);
    for (let at = fold; at < complaints.length; at += folds) {
      const one = complaints[at];
      if (!one) continue;
      const label = one.label === null ? -1 : labels.indexOf(one.label);
      outcomes[at] = { scores: scoresOf(learned, one.keys), label: label === -1 ? null : label };
    }
    yield;
  }
  return outcomes;
}

/** How a head did, and with it how far its confidence can be believed. */
export function judged(
  labels: readonly string[],
  outcomes: readonly Outcome[],
): Pick<Head, 'temperature' | 'bar' | 'heldOut'> {
  const temperature = temperatureOf(outcomes);
  const verdicts = verdictsOf(outcomes, temperature);
  const bar = barOf(verdicts);
  const sure = verdicts.filter(({ confidence }) => bar !== null && confidence >= bar);
  const heldOut: HeldOut = {
    ...empty(),
    byLabel: {},
    calibrationError: Math.round(calibrationError(verdicts) * 1e3) / 1e3,
    sure: { total: sure.length, right: sure.filter(({ right }) => right).length },
  };
  for (const { scores, label } of outcomes) {
    if (label === null) continue;
    const place = ranked(scores).indexOf(label);
    tally(heldOut, place);
    tally((heldOut.byLabel[labels[label] ?? ''] ??= empty()), place);
  }
  return { temperature, bar, heldOut };
}
