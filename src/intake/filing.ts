import { followUrl } from '../complaints/follow-url.js';
import { promiseWords } from '#deadlines';
import { file, type Actor, type FileComplaint, type Suggestion, type Words } from '#lifecycle';
import { makeTrackingCode } from '#tracking-code';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { City } from '../catalog/city.js';
import type { AttachmentRow } from '../complaints/attachment.entity.js';
import { advance, promiseOf, type Advanced } from '../complaints/case.js';
import { sha256 } from '../platform/sha256.js';
import { handle } from '../complaints/handle.js';
import { outboxOf, searchRow } from '../complaints/notices.js';
import { Identities } from '../complaints/identities.js';
import { Ledger, type Begun } from '../complaints/ledger.js';
import { dutyWords } from '../complaints/words.js';
import { CONFIG } from '../platform/config/config.token.js';
import type { Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/door.js';
import { Routing } from '../routing/routing.js';
import type { Filing } from './check-filing.js';
import type { Receipt } from './dto.js';
import { asSuggested } from './suggested.js';
import { urgencyOf } from './urgency.js';

const router: Actor = { kind: 'system', name: 'routing' };

export interface Arrival {
  at: Date;
  actor: Actor;
  channel: string;
  /** The instant whose agencies and areas hold: now, but for history that is older than today's map. */
  routeAt?: Date;
  source?: { name: string; ref: string };
  /** The complaint whose filer asks for a right by this one. */
  subjectId?: string;
  /** The complaint that its filer says is the same, and whether place and matter say so too. */
  joins?: FileComplaint['joins'];
  /** SHA-256 in hex of its photos and documents. */
  files?: string[];
  /** What the learned model makes of it. */
  suggestion?: Suggestion | null;
}

/** A new case with the words that explain where it went. */
export interface Filed {
  one: Advanced;
  why: Words[];
}

/** Makes a case of a filing: urgency, destination and clocks are decided here, and written in one statement. */
@Injectable()
export class Filings {
  constructor(
    private readonly city: City,
    private readonly routing: Routing,
    private readonly ledger: Ledger,
    private readonly identities: Identities,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Filed, and assigned at once where the rules are sure enough. */
  open(filing: Filing, arrival: Arrival): Filed {
    const { at, actor, channel, routeAt = at, source, subjectId = null, files = [] } = arrival;
    const { joins, suggestion = null } = arrival;
    const { category, kind, text, ward, point, address, answers, filer, language } = filing;
    const code = category?.code ?? null;
    const center = this.city.card.center.code;
    const { urgency, reasons } = urgencyOf(category, text);
    const { about, because } = this.aboutOf(filing, routeAt);
    const {
      lead,
      supporting,
      assign,
      rule,
      ruleSet,
      confidence,
      reasons: found,
      facts: seen,
    } = this.routing.route({
      category: code,
      kind,
      about,
      urgency,
      ward,
      point,
      filer: filer?.type ?? null,
      at: routeAt.toISOString(),
      text,
      answers,
    });
    const why = [...because, ...found];
    const routed = { rule, ruleSet, confidence, reasons: why, facts: seen };
    const filed = file(
      {
        type: 'file',
        id: uuid(),
        center,
        kind,
        category: code,
        urgency,
        ward,
        ...(about !== null && { about, aboutCenter: this.city.barredBy(about).has(center) }),
        channel,
        language,
        text: sha256(text),
        ...(files.length > 0 && { files }),
        ...(joins && { joins }),
        grounds: {
          urgency: reasons,
          routing: assign ? null : { ...routed, lead },
          ...(suggestion && { suggestion }),
        },
      },
      at.toISOString(),
      actor,
    );
    const facts = {
      code: makeTrackingCode(randomBytes),
      text,
      lat: point?.lat ?? null,
      lon: point?.lon ?? null,
      address,
      answers,
      reachable: Boolean(filer?.email),
      source: source?.name ?? null,
      sourceRef: source?.ref ?? null,
      subjectId,
      joins: joins?.complaint ?? null,
      joinsAtOnce: joins?.atOnce ?? false,
    };
    const one = advance({ facts }, [filed], this.city);
    if (!assign || lead === null) {
      const scene = { one, filing, suggestion, at, routeAt };
      return asSuggested(scene, this.routing, this.city) ?? { one, why };
    }
    const task = category?.name.vi ?? '';
    const assigned = handle(
      one,
      { type: 'assign', lead, supporting, task, grounds: routed },
      router,
      at,
      this.city,
    );
    return { one: { ...assigned, logged: [...one.logged, ...assigned.logged] }, why };
  }

  /** Whom it is about: as the filer says, or what a complaint about conduct lets recognise. */
  private aboutOf(
    { about, kind, text, answers, ward }: Filing,
    at: Date,
  ): { about: string | null; because: Words[] } {
    if (about !== null || kind !== 'conduct') return { about, because: [] };
    const words = [text, ...Object.values(answers).map(String)].join('\n');
    const found = this.routing.recogniseAbout({ text: words, ward, at: at.toISOString() });
    return { about: found?.agency ?? null, because: found ? [found.because] : [] };
  }

  /** What is written of a case, its filer sealed with the key of now. */
  begun({ one }: Filed, { filer }: Filing, at: Date, files: AttachmentRow[]): Begun {
    const beside = {
      outbox: [...outboxOf(one, at), searchRow(one, at)],
      attachments: files,
      filer: filer && this.identities.seal(one.state.id, filer),
    };
    return { one, beside };
  }

  async write(
    tx: Tx,
    filed: Filed,
    filing: Filing,
    at: Date,
    files: AttachmentRow[],
  ): Promise<void> {
    await this.ledger.beginAll(tx, [this.begun(filed, filing, at, files)]);
  }

  receiptOf({ one, why }: Filed): Receipt {
    const { state, clocks, facts } = one;
    const holder = state.holder ?? { unit: state.center, duty: 'triage_operator' as const };
    const promise = promiseOf(clocks);
    const unit = this.city.agency(holder.unit)?.name ?? { vi: holder.unit, en: holder.unit };
    return {
      code: facts.code,
      status: state.status,
      holder: { unit, duty: dutyWords[holder.duty] },
      promise: { dueAt: promise.dueAt, why: promiseWords(promise, this.city.book) },
      routing: { why },
      url: followUrl(this.config.publicUrl, facts.code),
    };
  }
}
