import type { Book } from '#deadlines';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import type { CityData } from '../../catalog/city-data.js';
import { DraftKinds } from '../../catalog/publishing/draft-kinds.js';
import type { DraftRow } from '../../catalog/publishing/draft.entity.js';
import { Drafts } from '../../catalog/publishing/drafts.js';
import { bookWith } from '../../catalog/trial-book.js';
import { decodeCursor, encodeCursor } from '../../complaints/cursor.js';
import type { Caller } from '../../people/caller.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { Gate } from '../../platform/gate.js';
import { PlannedMoves, type PlannedMove } from './planned-moves.js';
import type { ListMoves, MovePage, MoveSummary } from './recalculation.dto.js';
import { recalculatedKinds } from './recalculation.entity.js';

const DAY = 86_400_000;
const LARGEST = 20;

const sizes = [
  { size: 'earlier', holds: (ms: number) => ms < 0 },
  { size: 'up_to_1_day', holds: (ms: number) => ms <= DAY },
  { size: 'up_to_3_days', holds: (ms: number) => ms <= 3 * DAY },
  { size: 'up_to_7_days', holds: (ms: number) => ms <= 7 * DAY },
  { size: 'more', holds: () => true },
] as const;

const lengthOf = ({ from, to }: PlannedMove) => Date.parse(to) - Date.parse(from);
const sizeOf = (move: PlannedMove) =>
  sizes.find(({ holds }) => holds(lengthOf(move)))?.size ?? 'more';

const add = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);

const counted = <K extends string>(counts: Map<string, number>, name: K) =>
  [...counts].map(
    ([key, count]) => ({ [name]: key, count }) as Record<K, string> & { count: number },
  );

/** Which running promises a draft of calendars would move, and by how much; nothing is written. */
@Injectable()
export class Preview {
  // Each looks at every open complaint: one at a time for this process, and a short queue.
  private readonly gate = new Gate(1, 4);

  constructor(
    private readonly drafts: Drafts,
    private readonly kinds: DraftKinds,
    private readonly city: City,
    private readonly planned: PlannedMoves,
  ) {}

  async summary(by: Caller, draftId: string): Promise<MoveSummary> {
    const book = await this.bookOf(by, draftId);
    return this.gate.run(() => this.sum(book));
  }

  async page(by: Caller, draftId: string, { after, limit = 50 }: ListMoves): Promise<MovePage> {
    const book = await this.bookOf(by, draftId);
    return this.gate.run(async () => {
      const items: PlannedMove[] = [];
      const begin = after === undefined ? null : decodeCursor(after);
      for await (const { moves, place } of this.planned.under(book, begin)) {
        items.push(...moves);
        // Whole complaints: the next page begins with the next one.
        if (items.length >= limit) return { items, next: encodeCursor(place) };
      }
      return { items, next: null };
    });
  }

  private async sum(book: Book): Promise<MoveSummary> {
    const agencies = new Map<string, number>();
    const bySize = new Map<string, number>();
    let open = 0;
    let moving = 0;
    let toFilers = 0;
    let largest: PlannedMove[] = [];
    for await (const { looked, moves } of this.planned.under(book)) {
      open += looked;
      moving += moves.length;
      for (const move of moves) {
        if (move.owedTo === 'filer') toFilers += 1;
        add(agencies, move.agency);
        add(bySize, sizeOf(move));
        largest = [...largest, move]
          .toSorted((a, b) => lengthOf(b) - lengthOf(a))
          .slice(0, LARGEST);
      }
    }
    const byAgency = counted(agencies, 'agency').toSorted((a, b) => b.count - a.count);
    return { open, moving, toFilers, byAgency, bySize: counted(bySize, 'size'), largest };
  }

  /** @throws draft.faulty for one that could not be published */
  private async bookOf(by: Caller, draftId: string): Promise<Book> {
    const { kind, basedOn, definition } = await this.drafts.read(by, draftId);
    if (!isRecalculated(kind))
      throw fieldError(
        'id',
        'kind',
        'Chỉ dự thảo về lịch mới dời thời hạn.',
        'Only drafts of calendars move deadlines.',
      );
    const faults = this.kinds
      .of(kind)
      .check(definition)
      .filter(({ level }) => level === 'fault');
    if (faults.length > 0)
      throw new DomainError(
        'draft.faulty',
        faults.map(({ field, code, detail }) => ({ field, code, ...detail })),
      );
    const changed = { [kind]: definition } as Partial<Pick<CityData, typeof kind>>;
    return bookWith(this.city.book, this.city.data, basedOn + 1, changed);
  }
}

const isRecalculated = (kind: DraftRow['kind']): kind is (typeof recalculatedKinds)[number] =>
  recalculatedKinds.some((one) => one === kind);
