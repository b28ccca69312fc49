import { openPause, promiseWords, spansOf, standingOf, timeLeft } from '#deadlines';
import { commandsFor, type Actor, type CommandType, type Forwarding, type Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { Door, type Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Time } from '../platform/time.js';
import { AttachmentRow, withheld } from './attachment.entity.js';
import { promiseOf, type Case } from './case.js';
import type { TrackedComplaint, TrackedEvent, TrackedIncident } from './dto/tracking.dto.js';
import { IncidentRow } from './incident.entity.js';
import { LinkedProgresses, type LinkedProgress } from './parts/linked-progress.js';
import { personRights } from './person-rights.js';
import { Ledger } from './ledger.js';
import { publishedAnswer, stepOf } from './published-answer.js';
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
    private readonly linked: LinkedProgresses,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async view(code: string): Promise<TrackedComplaint> {
    const kept = await this.door.read({ kind: 'filer', code }, async (tx) => {
      const one = await this.ledger.load(tx, { code });
      if (!one) throw new DomainError('not_found');
      const { id, incident } = one.state;
      const shared = incident === null ? null : await tx.findOneBy(IncidentRow, { id: incident });
      const entries = await this.timeline.read(tx, id);
      return { one, entries, shared, files: await filesOf(tx, id) };
    });
    return this.viewOf(kept, await this.linked.of(kept.entries));
  }

  private viewOf(
    { one, entries, shared, files }: Kept,
    { linked, timeline }: LinkedProgress,
  ): TrackedComplaint {
    const { state, clocks, facts } = one;
    const promise = promiseOf(clocks);
    const { holder } = state;
    const now = this.time.now().toISOString();
    const since = spansOf(promise).findLast(({ to }) => to === null)?.from ?? null;
    const left = timeLeft(promise, now, this.city.book, promise.newDate ?? promise.dueAt);
    return {
      code: facts.code,
      status: state.status,
      statusWords: statusWords[state.status],
      category: this.city.category(state.category)?.name ?? null,
      filedAt: state.filedAt,
      holder: holder && { unit: this.unit(holder.unit), duty: dutyWords[holder.duty], since },
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
        left: left?.paused ? null : left,
        standing: standingOf(promise, now),
      },
      incident: shared && sharedView(shared),
      lead: state.lead === null ? null : this.unit(state.lead),
      supporting: state.supporting.map((code) => this.unit(code)),
      linked,
      answer: publishedAnswer(entries, this.city, files),
      timeline: [...entries.flatMap(trackedEvent), ...timeline].toSorted(byTime),
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
}

interface Kept {
  one: Case;
  entries: TimelineEntry[];
  shared: IncidentRow | null;
  files: AttachmentRow[];
}

const filesOf = async (tx: Tx, complaintId: string) =>
  (
    await tx.find(AttachmentRow, { where: { complaintId }, order: { addedAt: 'ASC', id: 'ASC' } })
  ).filter(({ scan }) => !withheld.includes(scan));

const byTime = (a: TrackedEvent, b: TrackedEvent) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

const sharedView = ({ title, status, members, standingAnswer }: IncidentRow): TrackedIncident => ({
  title,
  others: Math.max(0, members - 1),
  standingAnswer: status === 'open' ? standingAnswer : null,
});

/** To whom and by which document (Decree 92/2017: the person is told where the matter has gone). */
const sentOn = ({ body, document, date }: Forwarding): Words => ({
  vi: `Đã chuyển đến ${body} theo văn bản số ${document} ngày ${date.split('-').toReversed().join('/')}`,
  en: `Sent on to ${body} by document no. ${document} of ${date}`,
});

function trackedEvent(entry: TimelineEntry): TrackedEvent[] {
  const { at, data, message } = entry;
  const type = stepOf(entry);
  const words = type === 'forwarded' ? sentOn(data as unknown as Forwarding) : filerWords[type];
  if (!words || isInward(type, data)) return [];
  // A text that was removed is empty.
  const own = message?.audience === 'filer' && !(entry.type === 'followed' && type === 'published');
  const text = own ? message.text || null : null;
  return [{ at: at.toISOString(), type, words, text }];
}
