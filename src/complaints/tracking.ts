import { openPause, promiseWords } from '#deadlines';
import { commandsFor, type Actor, type CommandType, type Forwarding, type Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { promiseOf, type Case } from './case.js';
import type { AnswerView, TrackedComplaint, TrackedEvent } from './dto/tracking.dto.js';
import { personRights } from './person-rights.js';
import { Ledger } from './ledger.js';
import { Timeline, type TimelineEntry } from './timeline.js';
import { dutyWords, filerWords, isInward, moveWords, removedWords, statusWords } from './words.js';

/** What the code alone does not open: these go by the rights over personal data. */
const proven: readonly CommandType[] = ['correct_identity', 'restrict'];

export const filer: Actor = { kind: 'filer' };

/** A complaint as its filer sees it: who has it, until when and why, and what has happened. */
@Injectable()
export class Tracking {
  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly timeline: Timeline,
    private readonly city: City,
  ) {}

  view(code: string): Promise<TrackedComplaint> {
    return this.door.read({ kind: 'filer', code }, async (tx) => {
      const one = await this.ledger.load(tx, { code });
      if (!one) throw new DomainError('not_found');
      return this.viewOf(one, await this.timeline.read(tx, one.state.id));
    });
  }

  private viewOf(one: Case, entries: TimelineEntry[]): TrackedComplaint {
    const { state, clocks, facts } = one;
    const promise = promiseOf(clocks);
    const { holder } = state;
    return {
      code: facts.code,
      status: state.status,
      statusWords: statusWords[state.status],
      category: this.city.category(state.category)?.name ?? null,
      filedAt: state.filedAt,
      holder: holder && { unit: this.unit(holder.unit), duty: dutyWords[holder.duty] },
      promise: {
        dueAt: promise.dueAt,
        why: promiseWords(promise, this.city.book),
        moves: promise.moves.map(({ at, from, to, why }) => ({
          at,
          from,
          to,
          why: moveWords[why],
        })),
        newDate: promise.newDate,
        pausedUntil: openPause(promise)?.wakeAt ?? null,
      },
      answer: this.answerIn(entries),
      timeline: entries.flatMap(trackedEvent),
      removed: state.anonymised ? removedWords : null,
      can: state.anonymised
        ? []
        : commandsFor(state.status, 'filer').filter((name) => !proven.includes(name)),
      restricted: state.restricted,
      rights:
        state.anonymised || this.city.category(state.category)?.internal ? [] : [...personRights],
    };
  }

  private unit(code: string) {
    return this.city.agency(code)?.name ?? { vi: code, en: code };
  }

  /** The published answer; one that is being reviewed again stays visible. */
  private answerIn(entries: TimelineEntry[]): AnswerView | null {
    const published = entries.findLast(({ type }) => type === 'published');
    if (!published) return null;
    const answered = entries.findLast(
      ({ type, number }) => type === 'answered' && number < published.number,
    );
    if (!answered?.message?.parts) return null;
    const { finding, done, basis } = answered.message.parts as Record<string, string | null>;
    return {
      finding: finding ?? '',
      done: done ?? '',
      basis: basis ?? null,
      agency: this.unit(String(answered.data['agency'])),
      publishedAt: published.at.toISOString(),
    };
  }
}

/** To whom and by which document (Decree 92/2017: the person is told where the matter has gone). */
const sentOn = ({ body, document, date }: Forwarding): Words => ({
  vi: `Đã chuyển đến ${body} theo văn bản số ${document} ngày ${date.split('-').toReversed().join('/')}`,
  en: `Sent on to ${body} by document no. ${document} of ${date}`,
});

function trackedEvent({ type, at, data, message }: TimelineEntry): TrackedEvent[] {
  const words = type === 'forwarded' ? sentOn(data as unknown as Forwarding) : filerWords[type];
  if (!words || isInward(type, data)) return [];
  // A text that was removed is empty.
  const text = message?.audience === 'filer' ? message.text || null : null;
  return [{ at: at.toISOString(), type, words, text }];
}
