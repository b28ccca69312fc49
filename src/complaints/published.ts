import type { Status } from '#lifecycle';
import { mask } from '#personal-data';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { Door } from '../platform/database/door.js';
import { ComplaintRow } from './complaint.entity.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { ListPublished, PublishedComplaint, PublishedPage } from './dto/published.dto.js';
import { maskedKinds } from './masking.js';

/** Three decimals of a degree are about 100 m here. */
export const rounded = (degrees: number | null) =>
  degrees === null ? null : Number(degrees.toFixed(3));

/** How far a rounded place can be from the place itself: half the diagonal of such a square. */
export const ROUNDING_METERS = 80;

const MAX_TEXT = 500;
const hidden = maskedKinds('public', false, 'by_filer');

/** Where somebody has read it and taken it up: what nobody has read is not published. */
const taken: readonly Status[] = ['in_progress', 'answered', 'resolved', 'closed'];

export function publishedText({
  text,
  status,
  officer,
  language,
}: Pick<ComplaintRow, 'text' | 'status' | 'officer' | 'language'>): string | null {
  if (officer === null || !taken.includes(status)) return null;
  const masked = mask(text, hidden, language === 'en' ? 'en' : 'vi');
  // By characters, so that none is cut in half.
  return [...masked].slice(0, MAX_TEXT).join('');
}

/** What anybody may see of complaints whose category is public. Index: complaint_public (filed_at, id). */
@Injectable()
export class Published {
  constructor(
    private readonly door: Door,
    private readonly city: City,
  ) {}

  async page({ category, ward, status, after, limit = 50 }: ListPublished): Promise<PublishedPage> {
    const rows = await this.door.read({ kind: 'visitor' }, (tx) => {
      const query = tx
        .createQueryBuilder(ComplaintRow, 'c')
        .where('c.public')
        .orderBy('c.filedAt', 'DESC')
        .addOrderBy('c.id', 'DESC')
        .limit(limit + 1);
      for (const [key, value] of Object.entries({ category, ward, status }))
        if (value !== undefined) query.andWhere(`c.${key} = :${key}`, { [key]: value });
      if (after !== undefined)
        query.andWhere('(c.filedAt, c.id) < (:at::timestamptz, :id::uuid)', {
          ...decodeCursor(after),
        });
      return query.getMany();
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => this.viewOf(row)),
      next:
        rows.length > limit && last
          ? encodeCursor({ at: last.filedAt.toISOString(), id: last.id })
          : null,
    };
  }

  /** One of them; null alike for what is not public and what is not there. */
  async one(id: string): Promise<PublishedComplaint | null> {
    const row = await this.door.read({ kind: 'visitor' }, (tx) =>
      tx.findOneBy(ComplaintRow, { id, public: true }),
    );
    return row && this.viewOf(row);
  }

  private viewOf(row: ComplaintRow): PublishedComplaint {
    return {
      id: row.id,
      status: row.status,
      text: publishedText(row),
      category: this.city.category(row.category)?.name ?? null,
      ward: this.city.area(row.ward)?.name ?? null,
      lat: rounded(row.lat),
      lon: rounded(row.lon),
      lead: this.city.agency(row.lead)?.name ?? null,
      filedAt: row.filedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
    };
  }
}
