import { Injectable } from '@nestjs/common';
import { City } from '../../../catalog/city.js';
import type { Category } from '../../../catalog/city-data.js';
import { PublicFigures } from '../../../complaints/public-figures.js';
import { Time } from '../../../platform/time.js';
import { commonOf } from './common.js';

// The first page is opened most of all: what is common does not change from visit to visit.
const FRESH_MS = 10 * 60_000;

/** What is often reported, by the open numbers of the last months. */
@Injectable()
export class CommonCategories {
  private kept: { at: number; all: Category[] } | null = null;

  constructor(
    private readonly figures: PublicFigures,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async list(): Promise<Category[]> {
    const now = this.time.now().getTime();
    if (this.kept && Math.abs(now - this.kept.at) < FRESH_MS) return this.kept.all;
    const { categories } = this.city.data;
    try {
      const { byCategory } = await this.figures.of();
      this.kept = { at: now, all: commonOf(categories, byCategory) };
      return this.kept.all;
    } catch {
      // Without a database the first page still says whom to call.
      return this.kept?.all ?? commonOf(categories, []);
    }
  }
}
