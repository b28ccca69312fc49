import {
  dueOf,
  type Book,
  type Clock,
  type ClockKind,
  type LimitText,
  type Terms,
} from '#deadlines';

/** How a policy changes the promises of one kind in one category. */
export interface PromiseChange {
  clock: ClockKind;
  /** Null: none known. */
  category: string | null;
  same: number;
  earlier: number;
  later: number;
  /** By how much, added up, in minutes of the wall clock. */
  minutesEarlier: number;
  minutesLater: number;
  mostMinutesEarlier: number;
  mostMinutesLater: number;
  /** Those that were kept. */
  kept: number;
  /** Of those kept, how many would have been late. */
  keptNowLate: number;
}

/** What terms promise for a kind of clock that a filing starts. */
function limitOf(kind: ClockKind, { policy, urgency, acceptance, resolution }: Terms) {
  const limits: Partial<Record<ClockKind, LimitText>> = {
    triage: policy.triage[urgency],
    first_response: policy.firstResponse[urgency],
    acceptance,
    resolution,
  };
  return limits[kind];
}

const MINUTE = 60_000;

/** Adds up what each promise would have been, by kind of clock and category. */
export class PromiseTally {
  private readonly changes = new Map<string, PromiseChange>();

  constructor(private readonly book: Book) {}

  /** `before` and `after` are the terms of the complaint by the policy in force and by the draft. */
  add(clock: Clock, category: string | null, before: Terms, after: Terms): void {
    const change = this.of(clock.kind, category);
    const drafted = this.under(clock, after);
    const [was, is] = [this.under(clock, before), drafted].map((one) =>
      Date.parse(dueOf({ ...one, pauses: [] }, this.book)),
    );
    const minutes = Math.round(((is ?? 0) - (was ?? 0)) / MINUTE);
    if (minutes === 0) change.same += 1;
    if (minutes < 0) {
      change.earlier += 1;
      change.minutesEarlier -= minutes;
      change.mostMinutesEarlier = Math.max(change.mostMinutesEarlier, -minutes);
    }
    if (minutes > 0) {
      change.later += 1;
      change.minutesLater += minutes;
      change.mostMinutesLater = Math.max(change.mostMinutesLater, minutes);
    }
    if (clock.outcome !== 'met' || clock.stoppedAt === null) return;
    change.kept += 1;
    if (clock.stoppedAt > dueOf(drafted, this.book)) change.keptNowLate += 1;
  }

  get result(): PromiseChange[] {
    return [...this.changes.values()].toSorted(
      (a, b) =>
        a.clock.localeCompare(b.clock) || (a.category ?? '').localeCompare(b.category ?? ''),
    );
  }

  /** The clock as it would have been made under terms, with the pauses that it had. */
  private under(clock: Clock, terms: Terms): Clock {
    const limit = limitOf(clock.kind, terms) ?? clock.limit;
    const { calendar } = terms;
    const calendarVersion =
      calendar === clock.calendar
        ? clock.calendarVersion
        : this.book.calendar(calendar).spec.version;
    return { ...clock, limit, calendar, calendarVersion, moves: [] };
  }

  private of(clock: ClockKind, category: string | null): PromiseChange {
    const key = `${clock} ${category ?? ''}`;
    const known = this.changes.get(key);
    if (known) return known;
    const counts = { same: 0, earlier: 0, later: 0, kept: 0, keptNowLate: 0 };
    const minutes = { minutesEarlier: 0, minutesLater: 0 };
    const most = { mostMinutesEarlier: 0, mostMinutesLater: 0 };
    const made: PromiseChange = { clock, category, ...counts, ...minutes, ...most };
    this.changes.set(key, made);
    return made;
  }
}
