import type { Outcome } from './calibrate.js';
import { featuresOf } from './features.js';
import { heldOutcomes, judged } from './held-out.js';
import { documentOf, learn, type Document } from './learn.js';
import type { Head, Lesson, Model, Subject } from './model.js';
import { ranked, scoresOf } from './score.js';

/** A keyword says more than a name, and words of urgency little about what a matter is. */
const NAME = 1;
const KEYWORD = 4;
const URGENT_WORD = 0.3;

export const urgencyLabels = ['urgent', 'normal', 'complex'] as const;

function ofCategories(subjects: readonly Subject[]): Document[] {
  return subjects.flatMap(({ code, names, keywords, urgentWords }) => [
    ...names.map((text) => documentOf(text, code, NAME)),
    ...keywords.map((text) => documentOf(text, code, KEYWORD)),
    ...urgentWords.map((text) => documentOf(text, code, URGENT_WORD)),
  ]);
}

function ofUrgencies(subjects: readonly Subject[]): Document[] {
  return subjects.flatMap(({ urgency, names, keywords, urgentWords }) => [
    ...[...names, ...keywords].map((text) => documentOf(text, urgency, NAME)),
    ...urgentWords.map((text) => documentOf(text, 'urgent', NAME)),
  ]);
}

interface Read extends Lesson {
  keys: string[];
  /** Every text that reads like this one. */
  alike: string[];
}

/** Each text once: what a program sends a hundred times is one complaint, and no word becomes frequent by it. */
function* read(lessons: readonly Lesson[]): Generator<void, Read[]> {
  const known = new Map<string, Read>();
  for (const [at, lesson] of lessons.entries()) {
    const keys = featuresOf(lesson.text).map(({ key }) => key);
    const key = keys.join('|');
    const alike = [...(known.get(key)?.alike ?? []), lesson.text];
    known.set(key, { ...lesson, keys, alike });
    if (at % 50 === 49) yield;
  }
  return [...known.values()];
}

function* head(
  labels: readonly string[],
  catalogue: readonly Document[],
  complaints: readonly Document[],
): Generator<void, { head: Head; outcomes: Outcome[] }> {
  const outcomes = yield* heldOutcomes(labels, catalogue, complaints);
  return {
    head: { ...learn(labels, catalogue, complaints), ...judged(labels, outcomes) },
    outcomes,
  };
}

export interface Trained {
  model: Model;
  /** Of each lesson, by its text: whether its category was found by a model that had not seen it. */
  found: ReadonlyMap<string, boolean>;
}

/** Trains step by step; between the steps other work may go on. */
export function* training(
  subjects: readonly Subject[],
  lessons: readonly Lesson[],
  trainedAt: string,
): Generator<void, Trained> {
  const texts = yield* read(lessons);
  const codes = subjects.map(({ code }) => code);
  const categories = texts.map(({ keys, category }) => ({ keys, label: category, weight: 1 }));
  const urgencies = texts
    .filter(({ category }) => category !== null)
    .map(({ keys, urgency }) => ({ keys, label: urgency, weight: 1 }));
  const category = yield* head(codes, ofCategories(subjects), categories);
  const urgency = yield* head(urgencyLabels, ofUrgencies(subjects), urgencies);
  const found = category.outcomes.flatMap(({ scores, label }, at) =>
    (texts[at]?.alike ?? []).map((text) => [text, ranked(scores)[0] === label] as const),
  );
  return {
    found: new Map(found),
    model: {
      format: 1,
      trainedAt,
      lessons: texts.length,
      features: Object.keys(category.head.weights).length,
      category: category.head,
      urgency: urgency.head,
    },
  };
}

/** Trains in one go. */
export function train(
  subjects: readonly Subject[],
  lessons: readonly Lesson[],
  trainedAt: string,
): Trained {
  const steps = training(subjects, lessons, trainedAt);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Whether a model that is in use says of a text what was decided. */
export function finds({ category }: Model, { text, category: decided }: Lesson): boolean {
  const scores = scoresOf(
    category,
    featuresOf(text).map(({ key }) => key),
  );
  const [first] = ranked(scores);
  return first !== undefined && decided !== null && category.labels[first] === decided;
}
