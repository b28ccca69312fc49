import type { EventOf } from '#lifecycle';
import { parseLimit } from '#working-time';
import { date, instant, isRunning, type Clock } from './clock.js';
import { movedTo } from './move.js';
import { termsUnder } from './policy.js';
import { limitOf } from './relimit.js';
import type { Scene } from './scene.js';
import { wordsOf } from './words.js';

/**
 * What agencies owe, once a clock has made the matter urgent: the urgent limit from now on, where that is sooner. What
 * the filer was promised stays, and so does a date that has passed.
 */
export function raised(scene: Scene, { actor, type }: EventOf<'urgency_raised'>): Clock[] {
  const { clocks, at, book } = scene;
  const by = actor.kind === 'system' ? actor.name : actor.kind;
  return clocks.map((clock) => {
    if (!isRunning(clock) || clock.owedTo !== 'center' || at >= clock.dueAt) return clock;
    const { calendar: code, ...terms } = termsUnder(scene.terms, book.policy(clock.policyVersion));
    const limit = limitOf(scene, clock, { calendar: code, ...terms });
    if (!limit) return clock;
    const calendar = book.calendar(code);
    const to = instant(calendar.due(date(at), parseLimit(limit)));
    if (to >= clock.dueAt) return clock;
    const changed = { ...clock, limit, calendar: code, calendarVersion: calendar.spec.version };
    const move = { at, to, why: 'urgency' as const, by, document: null, reason: null };
    return movedTo({ ...changed, words: wordsOf(changed, type, book) }, move, book);
  });
}
