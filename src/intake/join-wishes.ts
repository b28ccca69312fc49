import { isLikely } from '#incidents';
import type { FileComplaint } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { ComplaintRow } from '../complaints/complaint.entity.js';
import { Door } from '../platform/database/door.js';
import { fieldError } from '../platform/errors/domain-error.js';
import type { Filing } from './check-filing.js';

const HOUR = 3_600_000;

/** What a filer says of another's complaint: that it is the same. */
@Injectable()
export class JoinWishes {
  constructor(
    private readonly door: Door,
    private readonly city: City,
  ) {}

  /** Holds the filer's word against place, matter and time. @throws when the complaint is not published */
  async weigh(
    complaint: string,
    { category, point, ward }: Filing,
    at: Date,
  ): Promise<NonNullable<FileComplaint['joins']>> {
    const other = await this.door.read({ kind: 'visitor' }, (tx) =>
      tx.findOneBy(ComplaintRow, { id: complaint }),
    );
    if (!other)
      throw fieldError('joins', 'unknown', 'Không có phản ánh này.', 'No such complaint.');
    const known = this.city.category(other.category);
    const atOnce =
      known !== null &&
      category !== null &&
      isLikely(
        { family: category.group.code, point, ward, at: at.getTime() },
        {
          family: known.group.code,
          point:
            other.lat === null || other.lon === null ? null : { lat: other.lat, lon: other.lon },
          ward: other.ward,
          at: other.filedAt.getTime(),
        },
        {
          meters: Math.max(known.duplicate.radiusMeters, category.duplicate.radiusMeters),
          ms: Math.max(known.duplicate.windowHours, category.duplicate.windowHours) * HOUR,
        },
      );
    return { complaint, atOnce };
  }
}
