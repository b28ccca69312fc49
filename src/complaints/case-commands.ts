import type { Actor, Command } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { requireServing } from '../catalog/serving.js';
import { actorOf, type Caller } from '../people/caller.js';
import { Staff } from '../people/staff.js';
import { Door, type Tx } from '../platform/database/door.js';
import { DomainError, fieldError } from '../platform/errors/domain-error.js';
import { Time } from '../platform/time.js';
import { Access } from './access.js';
import { Anonymiser } from './anonymiser.js';
import { AttachmentRow } from './attachment.entity.js';
import type { Advanced } from './case.js';
import { Cases } from './cases.js';
import { sha256 } from '../platform/sha256.js';
import { Commands, type Spoken } from './commands.js';
import type * as dto from './dto/case-commands.dto.js';
import type { CaseItem } from './dto/cases.dto.js';
import { Stale } from './ledger.js';
import { Masking } from './masking.js';
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
    private readonly masking: Masking,
    private readonly anonymiser: Anonymiser,
    private readonly door: Door,
    private readonly staff: Staff,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  classify(caller: Caller, seen: Seen, { category, kind, urgency, about, text }: dto.Classify) {
    const known = this.city.category(category);
    if (!known)
      throw fieldError('category', 'unknown', 'Không có lĩnh vực này.', 'No such category.');
    if (known.closed)
      throw fieldError('category', 'closed', 'Lĩnh vực đã ngừng nhận.', 'The category is closed.');
    if (typeof about === 'string' && !this.city.agency(about))
      throw fieldError('about', 'unknown', 'Không có cơ quan này.', 'No such agency.');
    const command: Command = {
      type: 'classify',
      category,
      kind: kind ?? known.kind,
      urgency: urgency ?? known.urgency,
      ...(about !== undefined && { about }),
      ...(text !== undefined && { text: sha256(text) }),
    };
    return this.give(caller, seen, command, text === undefined ? undefined : toStaff(text));
  }

  assign(caller: Caller, seen: Seen, { lead, supporting = [], task = '', text }: dto.Assign) {
    requireServing(this.city, 'lead', lead, this.time.now());
    for (const [at, code] of supporting.entries())
      requireServing(this.city, `supporting.${at}`, code, this.time.now());
    const assign = { type: 'assign', lead, supporting, task, grounds: null } as const;
    if (text === undefined) return this.give(caller, seen, assign);
    return this.give(caller, seen, { ...assign, text: sha256(text) }, toStaff(text));
  }

  reject(caller: Caller, seen: Seen, { reason, text }: dto.Reject) {
    return this.give(caller, seen, { type: 'reject', reason, text: sha256(text) }, toFiler(text));
  }

  ask(caller: Caller, seen: Seen, { text }: dto.Ask) {
    return this.give(caller, seen, { type: 'ask', text: sha256(text) }, toFiler(text));
  }

  /** What the filer has said by phone to what was asked. */
  reply(caller: Caller, seen: Seen, { text }: dto.Reply) {
    return this.give(caller, seen, { type: 'reply', text: sha256(text) }, toFiler(text));
  }

  note(caller: Caller, seen: Seen, { text }: dto.Note) {
    return this.give(caller, seen, { type: 'note', text: sha256(text) }, toStaff(text));
  }

  async accept(caller: Caller, seen: Seen, { officer }: dto.Accept) {
    await this.requireColleague(caller, seen, officer);
    return this.give(caller, seen, { type: 'accept', officer });
  }

  async handOver(caller: Caller, seen: Seen, { officer, text }: dto.HandOver) {
    await this.requireColleague(caller, seen, officer);
    return this.give(
      caller,
      seen,
      { type: 'hand_over', officer, text: text === undefined ? null : sha256(text) },
      text === undefined ? undefined : toStaff(text),
    );
  }

  /** Whoever is named can be given matters in the caller's agency. */
  async requireColleague(caller: Caller, seen: Seen, officer: string): Promise<void> {
    const { agency } = caller;
    const known = await this.look(
      caller,
      seen,
      async (tx) => agency !== null && this.staff.worksIn(tx, officer, agency),
    );
    if (agency !== null && !known)
      throw fieldError(
        'officer',
        'unknown',
        'Không có cán bộ này trong cơ quan.',
        'No such officer in the agency.',
      );
  }

  return(caller: Caller, seen: Seen, { ground, proposed, text }: dto.Return) {
    if (proposed !== undefined && this.city.agency(proposed)?.validTo !== null)
      throw fieldError('proposed', 'unknown', 'Không có cơ quan này.', 'No such agency.');
    return this.give(
      caller,
      seen,
      { type: 'return', ground, proposed: proposed ?? null, text: sha256(text) },
      toStaff(text),
    );
  }

  async answer(caller: Caller, seen: Seen, { finding, done, basis, evidence = [] }: dto.Answer) {
    const known = await this.look(caller, seen, (tx) =>
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

  anonymise(caller: Caller, seen: Seen, { ground, text }: dto.Anonymise) {
    const { id, version } = seen;
    return this.given(caller, seen, (actor) =>
      this.anonymiser.anonymise({ id, version, actor, ground, text }),
    );
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

  /** Reads for a command, once it is certain that its giver sees the case. */
  private look<T>(caller: Caller, { id }: Seen, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.door.read(actorOf(caller), async (tx) => {
      await this.access.require(tx, id);
      return work(tx);
    });
  }

  /** A command on a case that the caller may see. @throws case.stale with the present case */
  give(caller: Caller, seen: Seen, command: Command, spoken?: Spoken): Promise<CaseItem> {
    const { id, version } = seen;
    return this.given(caller, seen, (actor) =>
      this.commands.give(actor, id, version, command, spoken),
    );
  }

  /** The same for what more than one command makes. */
  async given(
    caller: Caller,
    { id }: Seen,
    work: (actor: Actor) => Promise<Advanced>,
  ): Promise<CaseItem> {
    const actor = actorOf(caller);
    await this.door.read(actor, (tx) => this.access.require(tx, id));
    try {
      const after = await work(actor);
      const row = rowOf(after, this.city);
      const at = new Date(after.logged.at(-1)!.event.at);
      return itemOf(row, at, this.masking.shownTo(caller, row));
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      throw new DomainError('case.stale', [], { present: await this.cases.view(caller, id) });
    }
  }
}
