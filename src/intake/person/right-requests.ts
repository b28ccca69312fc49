import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { KeptRequest } from './rights.dto.js';

/** A request and the complaint that it is about are seen together by the program alone. */
const reader: Actor = { kind: 'system', name: 'requests about personal data' };

/** What was asked about the data of one complaint, and how far each request is. */
@Injectable()
export class RightRequests {
  constructor(
    private readonly door: Door,
    private readonly city: City,
  ) {}

  /** @throws not_found */
  of(code: string): Promise<KeptRequest[]> {
    return this.door.read(reader, async (tx) => {
      const row = await tx.findOne(ComplaintRow, { select: { id: true }, where: { code } });
      if (!row) throw new DomainError('not_found');
      return this.read(tx, row.id);
    });
  }

  async read(tx: Tx, subjectId: string): Promise<KeptRequest[]> {
    const rows = await tx.find(ComplaintRow, { where: { subjectId }, order: { filedAt: 'ASC' } });
    return rows.map(({ category, filedAt, status }) => ({
      category: this.city.category(category)?.name ?? null,
      filedAt: filedAt.toISOString(),
      status,
    }));
  }
}
