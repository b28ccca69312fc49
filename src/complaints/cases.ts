import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../people/caller.js';
import { Staff } from '../people/staff.js';
import { Door, type Tx } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { Access } from './access.js';
import { AttachmentRow } from './attachment.entity.js';
import { ClockRow } from './clock.entity.js';
import type { ComplaintRow } from './complaint.entity.js';
import type { CaseView, EventView } from './dto/case-view.dto.js';
import { FilerRow } from './filer.entity.js';
import { itemOf } from './queue.js';
import { clockOf } from './record.js';
import { Timeline, type TimelineEntry } from './timeline.js';

const center = ['operator', 'supervisor'];

/** One case as staff see it, with its clocks and timeline. */
@Injectable()
export class Cases {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly timeline: Timeline,
    private readonly staff: Staff,
    private readonly time: Time,
  ) {}

  view(caller: Caller, id: string): Promise<CaseView> {
    return this.door.read(actorOf(caller), async (tx) => {
      const row = await this.access.require(tx, caller, id);
      return this.viewOf(tx, caller, row);
    });
  }

  private async viewOf(tx: Tx, caller: Caller, row: ComplaintRow): Promise<CaseView> {
    const complaintId = row.id;
    const entries = await this.timeline.read(tx, complaintId);
    const clocks = await tx.find(ClockRow, {
      where: { complaintId },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
    const attachments = await tx.find(AttachmentRow, {
      where: { complaintId },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
    const filer = this.access.mayKnowFiler(caller, row)
      ? await tx.findOneBy(FilerRow, { complaintId })
      : null;
    const names = await this.staff.names(tx, staffIn(entries));
    const { lat, lon, address, ward, text, channel, language, privacy, answers } = row;
    return {
      ...itemOf(row, this.time.now()),
      code: center.includes(caller.role) ? row.code : null,
      text,
      channel,
      language,
      privacy,
      supporting: row.supporting,
      officer: row.officer,
      place: { lat, lon, address, ward },
      answers,
      filer: filer && {
        type: filer.type,
        name: filer.name,
        phone: filer.phone,
        email: filer.email,
      },
      clocks: clocks.map(clockOf),
      timeline: entries.map((entry) => eventView(entry, names)),
      attachments: attachments.map(({ id, name, type, bytes, scan }) => ({
        id,
        name,
        type,
        bytes,
        scan,
      })),
    };
  }
}

function staffIn(entries: TimelineEntry[]): string[] {
  return [...new Set(entries.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor.id] : [])))];
}

function eventView(entry: TimelineEntry, names: Map<string, string>): EventView {
  const { actor, number, type, at, data, message } = entry;
  const staff = actor.kind === 'staff' ? actor : null;
  return {
    number,
    type,
    at: at.toISOString(),
    actor: {
      kind: actor.kind,
      name: staff ? (names.get(staff.id) ?? null) : null,
      role: staff?.role ?? null,
      agency: staff?.agency ?? null,
    },
    data,
    text: message?.text ?? null,
    parts: message?.parts ?? null,
  };
}
