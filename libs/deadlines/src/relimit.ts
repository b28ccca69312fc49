import type { EventOf } from '#lifecycle';
import { parseLimit } from '#working-time';
import { calendarFor } from './calendars.js';
import { date, dueOf, instant, isRunning, type Clock, type ClockKind } from './clock.js';
import { handOf, nameOf } from './hand.js';
import { movedTo } from './move.js';
import { termsUnder, type LimitText, type Terms } from './policy.js';
import { handlingLimit, resolutionLimit, type Scene } from './scene.js';
import { restated, wordsOf } from './words.js';

/** What a clock of a kind gets under terms; null where it has no limit of its own. */
export function limitOf(scene: Scene, { kind, unit }: Clock, terms: Terms): LimitText | null {
  const limits: Partial<Record<ClockKind, LimitText>> = {
    triage: terms.policy.triage[terms.urgency],
    acceptance: terms.acceptance,
    handling: handlingLimit(scene, unit, terms),
    first_response: terms.policy.firstResponse[terms.urgency],
    resolution: resolutionLimit(scene, terms),
  };
  return limits[kind] ?? null;
}

/**
 * New limits reach back to the start of the clock, so a new classification never restarts a promise. Where the
 * shorter limit would be over already nobody could have kept it: it counts from now, where that is
 * earlier than the old date.
 * Triage alone, which does the classifying, is held to the limit that it should have had.
 */
function dueUnder(clock: Clock, told: string, { at, book }: Scene) {
  const reach = dueOf({ ...clock, moves: [] }, book);
  if (reach >= told || reach > at || clock.kind === 'triage') return { due: reach, anew: false };
  const calendar = book.calendar(clock.calendar, clock.calendarVersion);
  const counted = instant(calendar.due(date(at), parseLimit(clock.limit)));
  return counted < told ? { due: counted, anew: true } : null;
}

/** The running clocks under the limits of a new classification, each by the policy that it was made under. */
export function relimit(scene: Scene, { actor, data }: EventOf<'classified'>): Clock[] {
  const { clocks, at, book } = scene;
  const by = nameOf(handOf(actor));
  return clocks.map((clock) => {
    // A date that has passed stays: what is late does not become timely by another category.
    if (!isRunning(clock) || at > clock.dueAt) return clock;
    const terms = termsUnder(scene.terms, book.policy(clock.policyVersion));
    const limit = limitOf(scene, clock, terms);
    const calendar = calendarFor(clock.kind, clock.unit, terms, clock.startedAt, book);
    if (!limit || (limit === clock.limit && calendar === clock.calendar)) return clock;
    const calendarVersion =
      calendar === clock.calendar ? clock.calendarVersion : book.calendar(calendar).spec.version;
    const changed = { ...clock, limit, calendar, calendarVersion };
    const under = dueUnder(changed, clock.dueAt, scene);
    if (!under) return clock;
    const words = under.anew
      ? wordsOf({ ...changed, name: terms.policy.name }, 'classified', book)
      : restated(clock, limit, book);
    const reason = data.text ?? null;
    const move = { at, to: under.due, why: 'reclassified' as const, by, document: null, reason };
    return movedTo({ ...changed, words }, move, book);
  });
}
