import { compare, groupsOf, type Likeness, type Matter } from '#likeness';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import type { ComplaintRow } from '../../complaints/complaint.entity.js';
import { publishedText, rounded, ROUNDING_METERS } from '../../complaints/published.js';
import { statusWords } from '../../complaints/words.js';
import { Door } from '../../platform/database/door.js';
import { fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { Routing } from '../../routing/routing.js';
import { candidates, MOST } from './candidates.js';
import { MatterReader } from './matter-reader.js';
import { shownReason } from './shown-reason.js';
import type { Draft, Neighbour, Neighbours as NeighboursView } from './similar.dto.js';

const SHOWN = 3;

const open = `status in ('new', 'waiting_filer', 'assigned', 'in_progress', 'answered')`;

interface Found {
  row: ComplaintRow;
  matter: Matter;
  likeness: Likeness;
}

/**
 * What others have reported, for somebody who is writing. It is compared by what the public list shows of it and nothing
 * else: by exact places or hidden words, whoever asks often enough would learn them from the answers.
 */
@Injectable()
export class Neighbours {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly routing: Routing,
    private readonly reader: MatterReader,
    private readonly time: Time,
  ) {}

  async of(draft: Draft): Promise<NeighboursView> {
    const matter = this.draftOf(draft);
    const categories = this.reader.siblings(matter).filter((category) => category.public);
    const rows = await this.door.read({ kind: 'visitor' }, (tx) =>
      candidates(tx, matter, {
        categories: categories.map(({ code }) => code),
        unclassified: false,
        among: open,
        slackMeters: 2 * ROUNDING_METERS,
      }),
    );
    const found = rows
      .map((row): Found => this.compared(matter, row))
      .filter(({ likeness }) => likeness.verdict !== 'unlike')
      .toSorted((a, b) => b.likeness.score - a.likeness.score);
    return {
      items: groupsOf(found)
        .slice(0, SHOWN)
        .map((group) => this.viewOf(group)),
    };
  }

  private draftOf({ text, category, place }: Draft): Matter {
    if (category !== undefined && !this.city.category(category))
      throw fieldError('category', 'unknown', 'Không có lĩnh vực này.', 'No such category.');
    const point = place?.point ?? null;
    const address = place?.address ?? null;
    const told = place?.ward ?? (address === null ? null : this.routing.wardNamedIn(address));
    return this.reader.read({
      category: category ?? null,
      at: this.time.now(),
      point,
      ward: point ? this.routing.wardAt(point) : told,
      address,
      text,
    });
  }

  private compared(draft: Matter, row: ComplaintRow): Found {
    const [lat, lon] = [rounded(row.lat), rounded(row.lon)];
    const matter = this.reader.read({
      category: row.category,
      at: row.filedAt,
      point: lat === null || lon === null ? null : { lat, lon },
      slackMeters: ROUNDING_METERS,
      ward: row.ward,
      address: null,
      text: publishedText(row),
    });
    return { row, matter, likeness: compare(draft, matter) };
  }

  private viewOf(group: readonly Found[]): Neighbour {
    const [best] = group as [Found];
    const first = group.reduce((one, other) =>
      other.row.filedAt < one.row.filedAt ? other : one,
    ).row;
    return {
      id: first.id,
      people: group.length,
      status: first.status,
      statusWords: statusWords[first.status],
      category: this.city.category(first.category)?.name ?? null,
      ward: this.city.area(first.ward)?.name ?? null,
      lat: rounded(first.lat),
      lon: rounded(first.lon),
      since: first.filedAt.toISOString(),
      why: best.likeness.reasons.map(shownReason),
      sentence: sentenceOf(group.length),
    };
  }
}

/** Past what is looked up nobody has counted. */
function sentenceOf(people: number): { vi: string; en: string } {
  const most = people >= MOST ? { vi: 'Ít nhất ', en: 'At least ' } : { vi: '', en: '' };
  const [who, has] = people === 1 ? ['person', 'has'] : ['people', 'have'];
  return {
    vi: `${most.vi}${people} người gần đó đã báo việc này, bạn có muốn cùng theo dõi?`,
    en: `${most.en}${people} ${who} nearby ${has} reported this: would you like to follow it together?`,
  };
}
