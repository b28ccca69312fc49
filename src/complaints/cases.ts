import type { EventOf, Suggestion } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../people/caller.js';
import { Staff } from '../people/staff.js';
import { Door, type Tx } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { Access } from './access.js';
import { AttachmentRow } from './attachment.entity.js';
import { CaseClocks } from './case-clocks.js';
import type { ComplaintRow } from './complaint.entity.js';
import type { CaseView, EventView } from './dto/case-view.dto.js';
import { Identities } from './identities.js';
import { Masking, type Shown } from './masking.js';
import { incidentsOf } from './incident-sizes.js';
import { linksOf } from './parts/links.js';
import { partViews } from './parts/part-views.js';
import { itemOf } from './queue.js';
import { explanationsOf } from './returns/explanations.js';
import { repeatLinks } from './repeat-links.js';
import { Timeline, type TimelineEntry } from './timeline.js';
import { urgingViews } from './urging-views.js';

const center = ['operator', 'supervisor'];

/** One case as staff see it, with its clocks and timeline. */
@Injectable()
export class Cases {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly masking: Masking,
    private readonly timeline: Timeline,
    private readonly clocks: CaseClocks,
    private readonly staff: Staff,
    private readonly identities: Identities,
    private readonly time: Time,
  ) {}

  async view(caller: Caller, id: string): Promise<CaseView> {
    const view = await this.door.read(actorOf(caller), async (tx) => {
      const row = await this.access.require(tx, id);
      return this.viewOf(tx, caller, row);
    });
    if (view.identity !== 'seen') return view;
    return { ...view, filer: await this.identities.open(id) };
  }

  private async viewOf(tx: Tx, caller: Caller, row: ComplaintRow): Promise<CaseView> {
    const complaintId = row.id;
    const entries = await this.timeline.read(tx, complaintId);
    const clocks = await this.clocks.read(tx, complaintId);
    const attachments = await tx.find(AttachmentRow, {
      where: { complaintId },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
    const names = await this.staff.names(tx, staffIn(entries));
    const shown = this.masking.shownTo(caller, row);
    const timeline = entries.map((entry) => eventView(entry, names, shown));
    const beside = {
      incidents: await incidentsOf(tx, [row]),
      explained: await explanationsOf(tx, [row]),
      links: (await linksOf(tx, [row.id])).get(row.id),
      left: clocks.findLast(({ kind }) => kind === 'resolution')?.left,
    };
    const { lat, lon, address, ward, text, channel, language, privacy, answers } = row;
    return {
      ...itemOf(row, this.time.now(), shown, beside),
      code: center.includes(caller.role) ? row.code : null,
      text: shown(text),
      channel,
      language,
      privacy,
      about: row.about,
      restricted: row.restricted,
      subject: row.subjectId,
      ...(await repeatLinks(tx, row)),
      supporting: row.supporting,
      parts: partViews(row.parts, clocks, entries, shown),
      officer: row.officer,
      place: { lat, lon, address: address && shown(address), ward },
      answers: partsShown(answers, shown),
      identity: this.access.identity(caller, row),
      filer: null,
      suggestion: center.includes(caller.role) ? suggestionOf(entries) : null,
      clocks,
      timeline,
      urgings: urgingViews(timeline, row.urgings),
      attachments: attachments.map(({ id, name, type, bytes, scan, addedAt }) => ({
        id,
        name: shown(name),
        type,
        bytes,
        addedAt: addedAt.toISOString(),
        scan,
      })),
    };
  }
}

function suggestionOf([first]: TimelineEntry[]): Suggestion | null {
  const filed = first?.data as Partial<EventOf<'filed'>['data']> | undefined;
  return filed?.grounds?.suggestion ?? null;
}

function staffIn(entries: TimelineEntry[]): string[] {
  const ids = entries.flatMap(({ actor }) =>
    actor.kind === 'staff' ? [actor.id, ...(actor.actingFor ? [actor.actingFor] : [])] : [],
  );
  return [...new Set(ids)];
}

const partsShown = (parts: Record<string, unknown>, show: Shown) =>
  Object.fromEntries(
    Object.entries(parts).map(([key, value]) => [
      key,
      typeof value === 'string' ? show(value) : value,
    ]),
  );

function eventView(entry: TimelineEntry, names: Map<string, string>, shown: Shown): EventView {
  const { actor, number, type, at, data, message } = entry;
  const staff = actor.kind === 'staff' ? actor : null;
  // What a filer says with a rating is for staff, and still the filer's words.
  const among = actor.kind !== 'filer' && message?.audience === 'staff';
  const show: Shown = (text) => shown(text, among ? 'by_staff' : 'by_filer');
  return {
    number,
    type,
    at: at.toISOString(),
    actor: {
      kind: actor.kind,
      name: staff ? (names.get(staff.id) ?? null) : null,
      role: staff?.role ?? null,
      agency: actor.kind === 'partner' ? actor.agency : (staff?.agency ?? null),
      actingFor: staff?.actingFor ? (names.get(staff.actingFor) ?? null) : null,
    },
    data: 'task' in data ? { ...data, task: shown(String(data['task']), 'by_staff') } : data,
    text: message && show(message.text),
    parts: message?.parts ? partsShown(message.parts, show) : null,
  };
}
