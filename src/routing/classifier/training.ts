import { finds, train, training, type Lesson, type Trained } from '#classifier';
import type { City } from '../../catalog/city.js';
import { Door, type Tx } from '../../platform/database/door.js';
import type { Comparison } from './classifier-model.entity.js';
import { decisions, sampleLessons, subjectsOf, type Decision } from './lessons.js';
import { classifier, keep, latest, type InUse } from './models.js';

/** Fewer new decisions could make any model look better or worse by chance. */
export const FEWEST_DECISIONS = 10;

export type Result = 'first' | 'taken' | 'worse' | 'too_few';

export interface Try {
  result: Result;
  /** Of the model that was tried; null when there was too little to try one. */
  trained: Trained | null;
  comparison: Comparison;
  /** Its version when it is in use now. */
  version: number | null;
}

interface Training {
  city: City;
  cityDir: string;
  now: Date;
  by: 'start' | 'command' | 'nightly';
  /** Lets other work go on between the steps of a long training. */
  pause?: () => Promise<void>;
  /** Only tells what would come of it. */
  dryRun?: boolean;
}

async function learned(given: Training, lessons: readonly Lesson[]): Promise<Trained> {
  const subjects = subjectsOf(given.city.data.categories);
  const at = given.now.toISOString();
  if (!given.pause) return train(subjects, lessons, at);
  const steps = training(subjects, lessons, at);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await given.pause();
  }
}

/** Both are asked about the same decisions: made since the present model, and held out from the new one. */
export function compare(
  present: InUse,
  { found }: Trained,
  fresh: readonly Decision[],
): Comparison {
  return {
    against: present.version,
    decisions: fresh.length,
    rightBefore: fresh.filter((one) => finds(present.model, one)).length,
    rightNow: fresh.filter(({ text }) => found.get(text)).length,
  };
}

const unasked = (against: number | null, count = 0): Comparison => ({
  against,
  decisions: count,
  rightBefore: 0,
  rightNow: 0,
});

/** Learns anew in a transaction; the new model is used when it is not worse than the present one. */
export async function learnAnew(tx: Tx, given: Training): Promise<Try> {
  const { city, cityDir, now, by, dryRun = false } = given;
  const present = await latest(tx);
  const decided = await decisions(tx, city);
  const fresh = decided.filter(
    ({ decidedAt }) => present !== null && decidedAt > new Date(present.model.trainedAt),
  );
  if (present && fresh.length < FEWEST_DECISIONS) {
    const comparison = unasked(present.version, fresh.length);
    if (!dryRun) await keep(tx, { triedAt: now, by, taken: false, comparison, model: null });
    return { result: 'too_few', trained: null, comparison, version: null };
  }
  const trained = await learned(given, [...(await sampleLessons(cityDir)), ...decided]);
  const comparison = present ? compare(present, trained, fresh) : unasked(null);
  const taken = comparison.rightNow >= comparison.rightBefore;
  const result = present === null ? 'first' : taken ? 'taken' : 'worse';
  if (dryRun) return { result, trained, comparison, version: null };
  const model = taken ? trained.model : null;
  const version = await keep(tx, { triedAt: now, by, taken, comparison, model });
  return { result, trained, comparison, version: taken ? version : null };
}

/** One training at a time in the whole database: who comes second waits. */
export const LOCK = `select pg_advisory_xact_lock(hashtext(current_schema() || '.classifier'))`;

/** The first model, from the catalogue and the city's samples, where there is none yet. */
export async function learnFirst(door: Door, given: Omit<Training, 'by'>): Promise<void> {
  if (await door.read(classifier, (tx) => latest(tx))) return;
  await door.as(classifier, async (tx) => {
    await tx.query(LOCK);
    if (await latest(tx)) return;
    await learnAnew(tx, { ...given, by: 'start' });
  });
}
