import { nextMoment } from '#deadlines';
import type { Actor, Command } from '#lifecycle';
import { DateTime } from 'luxon';
import { v7 as uuid } from 'uuid';
import type { City } from '../../catalog/city.js';
import { advance, type Advanced } from '../../complaints/case.js';
import { sha256 } from '../../platform/sha256.js';
import type { Spoken } from '../../complaints/commands.js';
import { fireDue, handle } from '../../complaints/handle.js';
import type { MessageRow } from '../../complaints/message.entity.js';
import type { Filings } from '../filing.js';
import type { Mapping } from './mapping.js';
import type { HistoryRow } from './read-row.js';
import { importStaff } from './import-account.js';

const importer: Actor = { kind: 'system', name: 'import' };

/** A complaint that has been lived through, with the texts of its events. */
export interface Lived {
  one: Advanced;
  messages: MessageRow[];
}

/** A life of the past: each command at its own instant, and between them the deadline steps of the time. */
class Life {
  readonly messages: MessageRow[] = [];

  constructor(
    public one: Advanced,
    private readonly city: City,
  ) {}

  give(command: Command, actor: Actor, at: Date, spoken?: Spoken): void {
    this.fireUntil(at);
    const after = handle(this.one, command, actor, at, this.city);
    if (spoken)
      this.messages.push({
        id: uuid(),
        complaintId: after.state.id,
        number: after.logged[0]!.number,
        parts: null,
        ...spoken,
      });
    this.add(after);
  }

  /** Each step is fired at its own moment, as a new date that it gives counts from there. */
  private fireUntil(end: Date): void {
    for (;;) {
      const next = nextMoment(this.one.clocks);
      if (next === null || new Date(next) > end) return;
      const after = fireDue(this.one, new Date(next), this.city, true);
      if (!after) return;
      this.add(after);
    }
  }

  private add(after: Advanced): void {
    this.one = { ...after, logged: [...this.one.logged, ...after.logged] };
  }
}

/** Makes complaints of rows of history, through the same filing and commands as those of today. */
export class History {
  private readonly routeAt: Date;

  constructor(
    private readonly mapping: Mapping,
    private readonly filings: Filings,
    private readonly city: City,
  ) {
    this.routeAt = DateTime.fromISO(mapping.routeAsOf, { zone: city.card.timeZone }).toJSDate();
  }

  lifeOf(row: HistoryRow): Lived {
    const filed = this.file(row);
    return row.outcome.outcome === 'closed' ? this.closed(filed, row) : this.rejected(filed, row);
  }

  private file({ type, ref, createdAt, channel, ward, address }: HistoryRow): Advanced {
    const category = this.city.category(type.category);
    const filing = {
      kind: category?.kind ?? 'report',
      category,
      about: null,
      text: type.text.vi,
      ward,
      point: null,
      address,
      answers: type.answers ?? {},
      filer: null,
      language: 'vi' as const,
    };
    return this.filings.open(filing, {
      at: createdAt,
      actor: importer,
      channel,
      routeAt: this.routeAt,
      source: { name: this.mapping.format, ref },
    }).one;
  }

  private closed(filed: Advanced, row: HistoryRow): Lived {
    const life = new Life(filed, this.city);
    if (filed.state.status === 'new') {
      const task = this.city.category(row.type.category)?.name.vi ?? '';
      const assign = { lead: this.leadOf(filed), supporting: [], task, grounds: null };
      life.give({ type: 'assign', ...assign }, importer, row.createdAt);
    }
    const { lead } = life.one.state;
    const head = importStaff('agency_head', lead);
    life.give({ type: 'accept', officer: head.id }, head, row[this.mapping.acceptedAt]);
    const { finding, done } = this.mapping.answer;
    const text = `${finding.vi}\n\n${done.vi}`;
    const spoken: Spoken = {
      text,
      audience: 'staff',
      parts: { finding: finding.vi, done: done.vi, basis: null },
    };
    const answer: Command = { type: 'answer', text: sha256(text), evidence: [] };
    life.give(answer, importStaff('officer', lead), row.closedAt, spoken);
    const desk = importStaff('operator', null);
    life.give({ type: 'publish' }, desk, row.closedAt);
    life.give({ type: 'close', reason: 'done' }, desk, row.closedAt);
    return life;
  }

  /** Whom the rules would have had an operator look at; the center itself does not work on matters. */
  private leadOf({ logged, state }: Advanced): string {
    const filed = logged[0]!.event;
    const lead = filed.type === 'filed' ? filed.data.grounds?.routing?.lead : null;
    return !lead || lead === state.center ? this.mapping.otherwise : lead;
  }

  /** A request that came to nothing stayed on the center's desk: life admits no rejection after assignment. */
  private rejected(filed: Advanced, { outcome, closedAt }: HistoryRow): Lived {
    const [first] = filed.logged;
    const life = new Life(advance({ facts: filed.facts }, [first!.event], this.city), this.city);
    if (outcome.outcome !== 'rejected') return life;
    const text = outcome.reason.vi;
    const reject: Command = { type: 'reject', reason: outcome.code, text: sha256(text) };
    const desk = importStaff('operator', null);
    life.give(reject, desk, closedAt, { text, audience: 'filer' });
    return life;
  }
}
