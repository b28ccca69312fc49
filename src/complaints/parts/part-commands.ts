import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { requireServing } from '../../catalog/serving.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { fieldError } from '../../platform/errors/domain-error.js';
import { sha256 } from '../../platform/sha256.js';
import { Time } from '../../platform/time.js';
import { Access } from '../access.js';
import { AttachmentRow } from '../attachment.entity.js';
import { CaseCommands, type Seen } from '../case-commands.js';
import type { Spoken } from '../commands.js';
import type * as dto from './parts.dto.js';
import { Splits } from './splits.js';

const toStaff = (text: string): Spoken => ({ text, audience: 'staff' });

/** The commands about what supporting agencies are asked: what they name is checked, then the case decides. */
@Injectable()
export class PartCommands {
  constructor(
    private readonly cases: CaseCommands,
    private readonly splits: Splits,
    private readonly access: Access,
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  add(caller: Caller, seen: Seen, { agency, task }: dto.AddPart) {
    requireServing(this.city, 'agency', agency, this.time.now());
    return this.cases.give(caller, seen, { type: 'add_part', agency, task });
  }

  withdraw(caller: Caller, seen: Seen, { number, text }: dto.WithdrawPart) {
    const command = { type: 'withdraw_part', number, text: sha256(text) } as const;
    return this.cases.give(caller, seen, command, toStaff(text));
  }

  async accept(caller: Caller, seen: Seen, { number, officer }: dto.AcceptPart) {
    await this.cases.requireColleague(caller, seen, officer);
    return this.cases.give(caller, seen, { type: 'accept_part', number, officer });
  }

  async answer(caller: Caller, seen: Seen, { number, text, evidence = [] }: dto.AnswerPart) {
    await this.requireOfCase(caller, seen, evidence);
    const command = { type: 'answer_part', number, text: sha256(text), evidence } as const;
    return this.cases.give(caller, seen, command, toStaff(text));
  }

  return(caller: Caller, seen: Seen, { number, text }: dto.ReturnPart) {
    const command = { type: 'return_part', number, text: sha256(text) } as const;
    return this.cases.give(caller, seen, command, toStaff(text));
  }

  splitOff(caller: Caller, seen: Seen, asked: dto.SplitOff) {
    if (asked.category !== undefined && !this.city.category(asked.category))
      throw fieldError('category', 'unknown', 'Không có lĩnh vực này.', 'No such category.');
    return this.cases.given(caller, seen, (actor) =>
      this.splits.split(actor, seen.id, seen.version, asked),
    );
  }

  private async requireOfCase(caller: Caller, { id }: Seen, evidence: string[]): Promise<void> {
    const known = await this.door.read(actorOf(caller), async (tx) => {
      await this.access.require(tx, id);
      return tx.findBy(AttachmentRow, { complaintId: id });
    });
    if (evidence.some((one) => !known.some((attachment) => attachment.id === one)))
      throw fieldError(
        'evidence',
        'unknown',
        'Tệp minh chứng không thuộc phản ánh này.',
        'Evidence is not an attachment of this case.',
      );
  }
}
