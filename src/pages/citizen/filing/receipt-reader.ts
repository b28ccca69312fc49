import type { RoutingGrounds, Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../../../complaints/ledger.js';
import { Timeline, type TimelineEntry } from '../../../complaints/timeline.js';
import { Tracking } from '../../../complaints/tracking.js';
import type { TrackedComplaint } from '../../../complaints/dto/tracking.dto.js';
import { Door } from '../../../platform/database/door.js';

export interface ReceiptView extends TrackedComplaint {
  /** Why it went where it went, in the words of the rules. */
  why: readonly Words[];
}

/** What a filer is given to keep: the complaint as its code shows it, and why it went where it went. */
@Injectable()
export class ReceiptReader {
  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly timeline: Timeline,
    private readonly tracking: Tracking,
  ) {}

  /** @throws not_found for a code that was not given out */
  async read(code: string): Promise<ReceiptView> {
    const tracked = await this.tracking.view(code);
    const entries = await this.door.read({ kind: 'filer', code }, async (tx) => {
      const one = await this.ledger.load(tx, { code });
      return one ? this.timeline.read(tx, one.state.id) : [];
    });
    return { ...tracked, why: whyOf(entries) };
  }
}

type Grounds = { grounds?: RoutingGrounds & { routing?: RoutingGrounds | null } };

/** Reasons of the first decision; an operator's later ones are told as steps. */
function whyOf(entries: readonly TimelineEntry[]): readonly Words[] {
  const first = (type: string) =>
    (entries.find((entry) => entry.type === type)?.data as Grounds | undefined)?.grounds;
  return first('assigned')?.reasons ?? first('filed')?.routing?.reasons ?? [];
}
