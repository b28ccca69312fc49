import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Limits } from '../../platform/limits/limits.js';
import type { FileComplaint, Proof } from '../dto.js';
import { Challenges } from './challenges.js';
import { Questions } from './questions.js';
import { fieldErrorOf, type Refused, type Ticket, type Verdict } from './refusals.js';
import { UsedChallenges } from './used-challenges.js';

class AlreadyUsed extends Error {}

/** Asks of a filing without a contact for a proof: work of the device, or a question answered. */
@Injectable()
export class Proofs {
  constructor(
    private readonly challenges: Challenges,
    private readonly questions: Questions,
    private readonly used: UsedChallenges,
    private readonly limits: Limits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the filing is to be accepted with; null where none is needed. @throws filing.proof_required */
  async require({ filer, proof }: FileComplaint, address: string): Promise<Ticket | null> {
    if (!this.config.filingProof || filer?.phone || filer?.email) return null;
    const verdict = proof ? await this.judge(proof, address) : 'required';
    if (typeof verdict === 'string') throw await this.refusal(verdict);
    return verdict;
  }

  /** Uses the ticket up in the filing's transaction, which a second use undoes: see `told`. */
  async spend(tx: Tx, ticket: Ticket): Promise<void> {
    if (!(await this.used.spend(tx, ticket))) throw new AlreadyUsed();
  }

  /** The failure of a filing as it is told: after its transaction, for a refusal brings a new challenge. */
  async told(error: unknown): Promise<unknown> {
    return error instanceof AlreadyUsed ? this.refusal('used') : error;
  }

  private judge(proof: Proof, address: string): Promise<Verdict> | Verdict {
    if (proof.payload !== undefined) return this.challenges.judge(proof.payload);
    const { token, answer } = proof;
    if (token === undefined || answer === undefined) return 'malformed';
    return this.answered(token, answer, address);
  }

  private async answered(token: string, answer: string, address: string): Promise<Verdict> {
    await this.limits.peek('question_wrong', address);
    const verdict = this.questions.judge(token, answer);
    if (verdict === 'wrong') await this.limits.charge('question_wrong', address);
    if (typeof verdict !== 'string') await this.limits.hit('filing_question', address);
    return verdict;
  }

  /** With everything to go on: nothing that was typed is lost, and no other request is needed. */
  private async refusal(why: Refused): Promise<DomainError> {
    const challenge = await this.challenges.make();
    const question = this.questions.make();
    return new DomainError('filing.proof_required', [fieldErrorOf(why)], { challenge, question });
  }
}
