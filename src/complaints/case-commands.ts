import type { Command } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { actorOf, type Caller } from '../people/caller.js';
import { Staff } from '../people/staff.js';
import { Door } from '../platform/database/door.js';
import { DomainError, fieldError } from '../platform/errors/domain-error.js';
import { Access } from './access.js';
import { AttachmentRow } from './attachment.entity.js';
import { Cases } from './cases.js';
import { sha256 } from '../platform/sha256.js';
import { Commands, type Spoken } from './commands.js';
import type * as dto from './dto/case-commands.dto.js';
import type { CaseItem } from './dto/cases.dto.js';
import { Stale } from './ledger.js';
import { itemOf } from './queue.js';
import { rowOf } from './record.js';

/** A case and the version of it that the caller has seen. */
export interface Seen {
  id: string;
  version: number;
}

const toStaff = (text: string): Spoken => ({ text, audience: 'staff' });
const toFiler = (text: string): Spoken => ({ text, audience: 'filer' });

/** The commands of staff: what they name is checked, then the case decides. */
@Injectable()
export class CaseCommands {
  constructor(
    private readonly commands: Commands,
    private readonly cases: Cases,
    private readonly access: Access,
    private readonly door: Door,
    private readonly staff: Staff,
    private readonly city: City,
  ) {}

  classify(caller: Caller, seen: Seen, { category, kind, urgency }: dto.Classify) {
    const known = this.city.category(category);
    if (!known)
      throw fieldError('category', 'unknown', 'Không có lĩnh vực này.', 'No such category.');
    return this.give(caller, seen, {
      type: 'classify',
      category,
      kind: kind ?? known.kind,
      urgency: urgency ?? known.urgency,
    });
  }

  assign(caller: Caller, seen: Seen, { lead, supporting = [], task = '' }: dto.Assign) {
    for (const [field, code] of [
      ['lead', lead] as const,
      ...supporting.map((one, at) => [`supporting.${at}`, one] as const),
    ])
      if (!this.city.agency(code) || code === this.city.card.center.code)
        throw fieldError(field, 'unknown', 'Không có cơ quan này.', 'No such agency.');
    return this.give(caller, seen, { type: 'assign', lead, supporting, task, grounds: null });
  }

  reject(caller: Caller, seen: Seen, { reason, text }: dto.Reject) {
    return this.give(caller, seen, { type: 'reject', reason, text: sha256(text) }, toFiler(text));
  }

  ask(caller: Caller, seen: Seen, { text }: dto.Ask) {
    return this.give(caller, seen, { type: 'ask', text: sha256(text) }, toFiler(text));
  }

  note(caller: Caller, seen: Seen, { text }: dto.Note) {
    return this.give(caller, seen, { type: 'note', text: sha256(text) }, toStaff(text));
  }

  async accept(caller: Caller, seen: Seen, { officer }: dto.Accept) {
    const { agency } = caller;
    const known =
      agency !== null &&
      (await this.door.read(actorOf(caller), (tx) => this.staff.worksIn(tx, officer, agency)));
    if (agency !== null && !known)
      throw fieldError(
        'officer',
        'unknown',
        'Không có cán bộ này trong cơ quan.',
        'No such officer in the agency.',
      );
    return this.give(caller, seen, { type: 'accept', officer });
  }

  return(caller: Caller, seen: Seen, { ground, proposed, text }: dto.Return) {
    if (proposed !== undefined && !this.city.agency(proposed))
      throw fieldError('proposed', 'unknown', 'Không có cơ quan này.', 'No such agency.');
    return this.give(
      caller,
      seen,
      { type: 'return', ground, proposed: proposed ?? null, text: sha256(text) },
      toStaff(text),
    );
  }

  async answer(caller: Caller, seen: Seen, { finding, done, basis, evidence = [] }: dto.Answer) {
    const known = await this.door.read(actorOf(caller), (tx) =>
      tx.findBy(AttachmentRow, { complaintId: seen.id }),
    );
    if (evidence.some((id) => !known.some((attachment) => attachment.id === id)))
      throw fieldError(
        'evidence',
        'unknown',
        'Tệp minh chứng không thuộc phản ánh này.',
        'Evidence is not an attachment of this case.',
      );
    const text = [finding, done, basis].filter(Boolean).join('\n\n');
    const parts = { finding, done, basis: basis ?? null };
    return this.give(
      caller,
      seen,
      { type: 'answer', text: sha256(text), evidence },
      { ...toStaff(text), parts },
    );
  }

  publish(caller: Caller, seen: Seen) {
    return this.give(caller, seen, { type: 'publish' });
  }

  sendBack(caller: Caller, seen: Seen, { text }: dto.SendBack) {
    return this.give(caller, seen, { type: 'send_back', text: sha256(text) }, toStaff(text));
  }

  reopen(caller: Caller, seen: Seen, { text }: dto.Reopen) {
    return this.give(caller, seen, { type: 'reopen', text: sha256(text) }, toFiler(text));
  }

  close(caller: Caller, seen: Seen, { reason }: dto.Close) {
    return this.give(caller, seen, { type: 'close', reason });
  }

  /** Files that staff add, as a note that names them. */
  addFiles(caller: Caller, seen: Seen, attachments: AttachmentRow[]) {
    const text = attachments.map(({ name }) => name).join(', ');
    const files = attachments.map(({ sha256: hash }) => hash);
    return this.give(
      caller,
      seen,
      { type: 'note', text: sha256(text), files },
      { ...toStaff(text), attachments },
    );
  }

  /** A command on a case that the caller may see. @throws case.stale with the present case */
  async give(
    caller: Caller,
    { id, version }: Seen,
    command: Command,
    spoken?: Spoken,
  ): Promise<CaseItem> {
    const actor = actorOf(caller);
    await this.door.read(actor, (tx) => this.access.require(tx, caller, id));
    try {
      const after = await this.commands.give(actor, id, version, command, spoken);
      return itemOf(rowOf(after, this.city), new Date(after.logged.at(-1)!.event.at));
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      throw new DomainError('case.stale', [], { present: await this.cases.view(caller, id) });
    }
  }
}
