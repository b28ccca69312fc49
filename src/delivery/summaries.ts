import { Inject, Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { lineOf } from '../catalog/concerned.js';
import { staffTemplates } from '../complaints/notices/templates.js';
import { MORNING, MorningList } from '../deadlines/morning-list.js';
import { Staff, type Reached } from '../people/staff.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { Facts } from './facts.js';
import { caseUrl } from './links.js';
import { staffModel, type RowData } from './models.js';
import { delivery, type Claimed } from './outbox.js';
import type { SummaryLine } from './templates/model.js';
import { lateWords, writeMoment, type Language } from '../platform/moment.js';
import type { Written } from './templates/render.js';
import { languageOf, subjectOf, writeSummary } from './templates/write.js';

export { MORNING };
export const STAFF_DIGEST = 'staff_digest';

/** A mail of more cases than this is read by nobody; the others are counted. */
const LINES = 100;

export interface Summary {
  email: string | null;
  language: Language;
  written: Written;
}

/** Mails about many cases: what waited for a person, and the leader's morning list. They hold no text of anybody. */
@Injectable()
export class Summaries {
  constructor(
    private readonly door: Door,
    private readonly staff: Staff,
    private readonly facts: Facts,
    private readonly morning: MorningList,
    private readonly city: City,
    private readonly time: Time,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  isFor = ({ template }: Claimed) => template === STAFF_DIGEST || template === MORNING;

  /** Null when nothing is left to tell. */
  async write(row: Claimed, staffId: string): Promise<Summary | null> {
    const reached = await this.door.read(delivery, (tx) => this.staff.reach(tx, staffId));
    if (!reached) return null;
    const language = languageOf(reached.language);
    const lines =
      row.template === MORNING
        ? await this.late(reached, language)
        : await this.told(row, staffId, reached, language);
    if (lines.length === 0) return null;
    const { center, timeZone } = this.city.card;
    const model = {
      center: center.name[language],
      at: writeMoment(this.time.now(), language, timeZone),
      count: lines.length,
      lines: lines.slice(0, LINES),
      more: Math.max(0, lines.length - LINES),
    };
    const name = row.template === MORNING ? 'morning' : 'staff_digest';
    return { email: reached.email, language, written: writeSummary(name, model, language) };
  }

  /** Each row in the words of the subject that its own mail would have had. */
  private async told(
    { data }: Claimed,
    staffId: string,
    reached: Reached,
    language: Language,
  ): Promise<SummaryLine[]> {
    const place = { city: this.city, publicUrl: this.config.publicUrl, language };
    const rows = await this.rowsOf(data['rows'] as string[]);
    const lines: SummaryLine[] = [];
    for (const row of rows) {
      const template = staffTemplates.find((one) => one === row.template);
      const facts = template && (await this.facts.forStaff(row, staffId));
      if (!template || !facts || !row.complaintId || this.isAbout(facts.about, reached)) continue;
      const model = staffModel(row.complaintId, facts, row.data as RowData, place);
      lines.push({ label: subjectOf(template, model, language), url: model.url });
    }
    return lines;
  }

  private rowsOf(ids: string[]) {
    return this.door.read(delivery, (tx) =>
      tx.query<Claimed[]>(
        `select id, complaint_id as "complaintId", template, data from outbox
         where id = any($1::bigint[]) order by id`,
        [ids],
      ),
    );
  }

  private async late(reached: Reached, language: Language): Promise<SummaryLine[]> {
    const now = this.time.now();
    const items = await this.door.read(delivery, (tx) => this.morning.read(tx, now));
    return items
      .filter(({ about }) => !this.isAbout(about, reached))
      .map(({ caseId, ref, category, unit, lateMinutes }) => ({
        label: [
          `#${ref}`,
          this.city.category(category)?.name[language],
          (this.city.agency(unit) ?? this.city.card.center).name[language],
          lateWords(lateMinutes, language),
        ]
          .filter(Boolean)
          .join(' · '),
        url: caseUrl(this.config.publicUrl, caseId),
      }));
  }

  private isAbout(about: string | null, { role, agency }: Reached): boolean {
    return about !== null && lineOf({ role, agency }, this.city).includes(about);
  }
}
