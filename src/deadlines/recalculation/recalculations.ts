import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Publication } from '../../catalog/publishing/draft-kinds.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type {
  ListRecalculations,
  RecalculationPage,
  RecalculationView,
} from './recalculation.dto.js';
import { RecalculationRow, type RecalculatedKind } from './recalculation.entity.js';

// Every replica looks for new versions each two seconds; what it starts until then is under the old one.
const SETTLE_MS = 10_000;

/** Orders recalculations and tells how far they are. */
@Injectable()
export class Recalculations {
  constructor(private readonly door: Door) {}

  /** In the transaction that publishes the version; one for each version, however often it is asked for. */
  async order(
    tx: Tx,
    {
      kind,
      version,
      document,
      publishedBy,
      publishedAt,
      validFrom,
    }: Omit<Publication, 'kind' | 'definition'> & { kind: RecalculatedKind },
  ): Promise<void> {
    const from = validFrom ?? publishedAt;
    await tx
      .createQueryBuilder()
      .insert()
      .into(RecalculationRow)
      .values({
        id: uuid(),
        kind,
        version,
        document,
        by: publishedBy,
        state: 'waiting',
        createdAt: publishedAt,
        startsAt: new Date(from.getTime() + SETTLE_MS),
        finishedAt: null,
        total: 0,
        done: 0,
        moved: 0,
      })
      .orIgnore()
      .execute();
  }

  /** Newest first: ids grow with time. */
  async page(by: Caller, { after, limit = 50 }: ListRecalculations): Promise<RecalculationPage> {
    const rows = await this.door.read(actorOf(by), (tx) =>
      tx.find(RecalculationRow, {
        ...(after !== undefined && { where: { id: LessThan(after) } }),
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
    const items = rows.slice(0, limit);
    return {
      items: items.map(viewOf),
      next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    };
  }

  /** @throws not_found */
  async view(by: Caller, id: string): Promise<RecalculationView> {
    const row = await this.door.read(actorOf(by), (tx) => tx.findOneBy(RecalculationRow, { id }));
    if (!row) throw new DomainError('not_found');
    return viewOf(row);
  }
}

const viewOf = ({
  createdAt,
  startsAt,
  finishedAt,
  ...row
}: RecalculationRow): RecalculationView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  startsAt: startsAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
