import type { Actor } from '#lifecycle';
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

const identities: Actor = { kind: 'system', name: 'identities' };

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

  async view(caller: Caller, id: string): Promise<CaseView> {
    const { row, view } = await this.door.read(actorOf(caller), async (tx) => {
      const row = await this.access.require(tx, id);
      return { row, view: await this.viewOf(tx, caller, row) };
    });
    if (!this.access.mayKnowFiler(caller, row)) return { ...view, filer: null };
    // A transaction of its own, after the other: two at once by one caller could use up the pool.
    const filer = await this.door.read(identities, (tx) =>
      tx.findOneBy(FilerRow, { complaintId: id }),
    );
    return { ...view, filer: filer && filerView(filer) };
  }

  private async viewOf(
    tx: Tx,
    caller: Caller,
    row: ComplaintRow,
  ): Promise<Omit<CaseView, 'filer'>> {
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
    const names = await this.staff.names(tx, staffIn(entries));
    const { lat, lon, address, ward, text, channel, language, privacy, answers } = row;
    return {
      ...itemOf(row, this.time.now()),
      code: center.includes(caller.role) ? row.code : null,
      text,
      channel,
      language,
      privacy,
      about: row.about,
      supporting: row.supporting,
      officer: row.officer,
      place: { lat, lon, address, ward },
      answers,
      clocks: clocks.map(clockOf),
      timeline: entries.map((entry) => eventView(entry, names)),
      attachments: attachments.map(({ id, name, type, bytes }) => ({ id, name, type, bytes })),
    };
  }
}

const filerView = ({ type, name, phone, email }: FilerRow) => ({ type, name, phone, email });

function staffIn(entries: TimelineEntry[]): string[] {
  const ids = entries.flatMap(({ actor }) =>
    actor.kind === 'staff' ? [actor.id, ...(actor.actingFor ? [actor.actingFor] : [])] : [],
  );
  return [...new Set(ids)];
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
      actingFor: staff?.actingFor ? (names.get(staff.actingFor) ?? null) : null,
    },
    data,
    text: message?.text ?? null,
    parts: message?.parts ?? null,
  };
}
