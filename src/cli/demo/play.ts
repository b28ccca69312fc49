import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../complaints/dto/case-view.dto.js';
import type { Receipt } from '../../intake/dto.js';
import type { Adviser } from './adviser.js';
import type { Cast, Player } from './cast.js';
import { Client, unexpected, Unexpected, type ProblemBody } from './client.js';
import { proven } from './proof.js';
import { filingOf, type Sample } from './samples.js';
import type { Watch } from './watch.js';

/** Where all samples are played. */
export interface Stage {
  filer: Client;
  cast: Cast;
  watch: Watch;
  adviser: Adviser;
}

/** An answer without a receipt; `procedure` is where a filing was diverted to. */
export interface Refusal {
  status: number;
  code: string;
  fields: string[];
  procedure: string | null;
}

/** How a filing was answered: sent on at once, left to an operator, or refused. */
export type Arrival = 'routed' | 'triage' | Refusal;

/** One sample against the program: every step is over when the socket has told of it. */
export class Play {
  id = '';
  code = '';
  /** Scores given, which events do not tell over the socket. */
  readonly scores: number[] = [];

  constructor(
    readonly sample: Sample,
    readonly stage: Stage,
  ) {}

  /** Sent twice at the same time under one key, as a phone does on a bad line: there must be one complaint. */
  async file(): Promise<Arrival> {
    const headers = { 'idempotency-key': randomUUID() };
    const filing = await proven(this.stage.filer, filingOf(this.sample));
    const send = () => this.stage.filer.send<Receipt>('POST', '/api/complaints', filing, headers);
    const [one, other] = await Promise.all([send(), send()]);
    if (one.status !== other.status || one.body.code !== other.body.code)
      throw new Unexpected(`one key, two answers: ${one.status} and ${other.status}`);
    if (one.status >= 500) throw unexpected('POST', '/api/complaints', one.status, one.body);
    if (one.status !== 201) {
      const { code = '', errors = [], procedure = null } = one.body as ProblemBody;
      return { status: one.status, code, fields: errors.map(({ field }) => field), procedure };
    }
    const operator = await this.stage.cast.operator();
    const found = await operator.find(one.body.code);
    this.id = found.id;
    this.code = one.body.code;
    await this.stage.watch.until(this.id, found.version);
    return one.body.status === 'assigned' ? 'routed' : 'triage';
  }

  async see(): Promise<CaseView> {
    return (await this.stage.cast.operator()).view(this.id);
  }

  async operator(name: string, body: object = {}): Promise<void> {
    await this.tell(await this.stage.cast.operator(), name, body);
  }

  async supervisor(name: string, body: object = {}): Promise<void> {
    await this.tell(await this.stage.cast.supervisor(), name, body);
  }

  /** By the head of whoever leads now. */
  async head(name: string, body: (head: Player) => object = () => ({})): Promise<void> {
    const { lead } = await this.see();
    if (lead === null) throw new Unexpected('nobody leads it');
    const head = await this.stage.cast.headOf(lead);
    await this.tell(head, name, body(head));
  }

  async filer(name: string, body: object = {}): Promise<void> {
    await this.stage.filer.post(`/api/complaints/${this.code}/${name}`, body);
    if (name === 'rating') this.scores.push((body as { score: number }).score);
    const { version } = await this.see();
    await this.stage.watch.until(this.id, version);
  }

  private async tell(player: Player, name: string, body: object): Promise<void> {
    const { version } = await player.command(this.id, name, body);
    await this.stage.watch.until(this.id, version);
  }
}
