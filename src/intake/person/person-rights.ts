import { identityFields, type Actor, type Command } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { Case } from '../../complaints/case.js';
import { Commands } from '../../complaints/commands.js';
import { Identities, type Filer } from '../../complaints/identities.js';
import { Ledger } from '../../complaints/ledger.js';
import { filer } from '../../complaints/tracking.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { Limits } from '../../platform/limits/limits.js';
import { Time } from '../../platform/time.js';
import { ContactProofs, type Proven } from './contact-proofs.js';
import { KeptDataReader } from './kept-data.js';
import { RightCases } from './right-cases.js';
import type { RightRequest, RightUsed, UseRight } from './rights.dto.js';

/** Both the complaint and the request that it leads to are written, which no one principal but the program sees. */
const clerk: Actor = { kind: 'system', name: 'rights of the person' };

const fieldsIn = ({ changes = {} }: UseRight) =>
  identityFields.filter((field) => changes[field] !== undefined);

/** What a person may ask of the data that is kept: done at once where it can be, and always a case with a clock. */
@Injectable()
export class PersonRights {
  constructor(
    private readonly door: Door,
    private readonly proofs: ContactProofs,
    private readonly identities: Identities,
    private readonly ledger: Ledger,
    private readonly commands: Commands,
    private readonly cases: RightCases,
    private readonly kept: KeptDataReader,
    private readonly limits: Limits,
    private readonly time: Time,
  ) {}

  /** @throws proof.refused, request.invalid, restriction.unchanged */
  async use(code: string, asked: UseRight): Promise<RightUsed> {
    if (asked.right === 'correct' && fieldsIn(asked).length === 0)
      throw fieldError('changes', 'required', 'Cần ít nhất một điều sửa.', 'Nothing to correct.');
    await this.limits.hit('filer_command', code);
    const proven = await this.proofs.check(code, asked.proof);
    const known = await this.identities.open(proven.complaintId);
    // Its mail was just written to: an erasure in between leaves nothing to ask about.
    if (!known) throw new DomainError('proof.refused');
    const request = await this.identities.sealing(() =>
      this.door.as(clerk, (tx) => this.write(tx, code, proven, asked, known)),
    );
    const data = asked.right === 'access' ? await this.kept.read(proven.complaintId) : null;
    return { right: asked.right, request, data };
  }

  private async write(
    tx: Tx,
    code: string,
    proven: Proven,
    asked: UseRight,
    known: Filer,
  ): Promise<RightRequest> {
    const one = await this.ledger.lock(tx, code);
    if (!one) throw new DomainError('not_found');
    await this.proofs.spend(tx, proven);
    const person = asked.right === 'correct' ? await this.correct(tx, one, asked) : known;
    const command = restriction(asked);
    if (command) await this.commands.decide(tx, one, filer, command);
    return this.cases.open(tx, one, asked, person, this.time.now());
  }

  private async correct(tx: Tx, one: Case, asked: UseRight): Promise<Filer> {
    const corrected = await this.identities.correct(tx, one.state.id, asked.changes ?? {});
    const facts = { ...one.facts, reachable: corrected.email !== null };
    const command: Command = { type: 'correct_identity', fields: fieldsIn(asked) };
    await this.commands.decide(tx, { ...one, facts }, filer, command);
    return corrected;
  }
}

function restriction({ right, on = true }: UseRight): Command | null {
  if (right === 'restrict') return { type: 'restrict', on, because: 'asked' };
  return right === 'withdraw' ? { type: 'restrict', on: true, because: 'withdrawn' } : null;
}
