import {
  commandsFor,
  type Actor,
  type Command,
  type ComplaintState,
  type EventType,
} from '#lifecycle';
import { mask, personalKinds } from '#personal-data';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { Door } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { sha256 } from '../../platform/sha256.js';
import { AttachmentRow } from '../attachment.entity.js';
import { Commands, type Spoken } from '../commands.js';
import { promiseOf, type Advanced, type Case } from '../case.js';
import type { Ask } from '../dto/case-commands.dto.js';
import { Ledger } from '../ledger.js';
import { Timeline, type TimelineEntry } from '../timeline.js';
import { statusWords } from '../words.js';
import { PartnerLinks, type LiveLink } from './partner-links.js';
import type { PartnerDone, PartnerMatter, PartnerReturn } from './partner.dto.js';

const offered = ['accept', 'ask', 'answer', 'return'] as const;

/** Of the timeline what the agency needs: what it asked, what came back, what is missing. */
const said: readonly EventType[] = ['question_asked', 'filer_replied', 'sent_back'];

/** A house number says where to work. */
const hidden = personalKinds.filter((kind) => kind !== 'address');

type Partner = Extract<Actor, { kind: 'partner' }>;
export const partnerOf = ({ agency, id }: LiveLink): Partner => ({
  kind: 'partner',
  agency,
  link: id,
});

/** A matter as an agency without accounts sees it, and what it does with it. */
@Injectable()
export class PartnerMatters {
  constructor(
    private readonly door: Door,
    private readonly links: PartnerLinks,
    private readonly ledger: Ledger,
    private readonly timeline: Timeline,
    private readonly commands: Commands,
    private readonly city: City,
  ) {}

  /** Reads only: programs that look into mails open every link in them. @throws partner.link_refused */
  async view(token: string): Promise<PartnerMatter> {
    const link = await this.links.find(token);
    return this.door.read({ ...partnerOf(link), code: link.code }, async (tx) => {
      const one = await this.ledger.load(tx, { code: link.code });
      if (!one) throw new DomainError('partner.link_refused');
      const entries = await this.timeline.read(tx, link.complaintId);
      const files = await tx.find(AttachmentRow, {
        where: { complaintId: link.complaintId },
        order: { addedAt: 'ASC', id: 'ASC' },
      });
      return this.viewOf(one, link, entries, files);
    });
  }

  accept(token: string): Promise<PartnerDone> {
    return this.give(token, { type: 'accept', officer: null });
  }

  ask(token: string, { text }: Ask): Promise<PartnerDone> {
    return this.give(token, { type: 'ask', text: sha256(text) }, { text, audience: 'filer' });
  }

  return(token: string, { ground, proposed, text }: PartnerReturn): Promise<PartnerDone> {
    return this.give(
      token,
      { type: 'return', ground, proposed: proposed ?? null, text: sha256(text) },
      { text, audience: 'staff' },
    );
  }

  /** One command, decided as the agency's head would; it takes one use of the link. @throws Refusal, partner.link_refused */
  private async give(token: string, command: Command, spoken?: Spoken): Promise<PartnerDone> {
    const link = await this.links.find(token);
    return this.giveBy(link, command, spoken);
  }

  async giveBy(link: LiveLink, command: Command, spoken?: Spoken): Promise<PartnerDone> {
    const actor = partnerOf(link);
    const { state } = await this.door.as<Advanced>({ ...actor, code: link.code }, async (tx) => {
      const one = await this.ledger.lock(tx, link.code);
      if (!one) throw new DomainError('partner.link_refused');
      await this.links.use(tx, link.id);
      return this.commands.decide(tx, one, actor, command, spoken);
    });
    return { status: state.status, statusWords: statusWords[state.status] };
  }

  private viewOf(
    { state, clocks, facts }: Case,
    link: LiveLink,
    entries: TimelineEntry[],
    files: AttachmentRow[],
  ): PartnerMatter {
    const show = (text: string) => mask(text, state.restricted ? personalKinds : hidden);
    const acceptance = clocks.findLast(
      ({ kind, stoppedAt }) => kind === 'acceptance' && !stoppedAt,
    );
    return {
      ref: state.id.slice(-8),
      agency: this.city.agency(link.agency)?.name ?? { vi: link.agency, en: link.agency },
      category: this.city.category(state.category)?.name ?? null,
      urgency: state.urgency,
      status: state.status,
      statusWords: statusWords[state.status],
      text: show(facts.text),
      place: {
        lat: facts.lat,
        lon: facts.lon,
        address: facts.address && show(facts.address),
        ward: this.city.area(state.ward)?.name ?? null,
      },
      photos: files.map(({ id, type }) => ({ id, type })),
      said: entries
        .filter(({ type }) => said.includes(type))
        .map(({ type, at, message }) => ({
          type,
          at: at.toISOString(),
          text: message && show(message.text),
        })),
      acceptBy: acceptance?.dueAt ?? null,
      dueAt: promiseOf(clocks).dueAt,
      can: openTo(state),
      validUntil: link.expiresAt.toISOString(),
      usesLeft: link.usesLeft,
    };
  }
}

const openTo = ({ status }: ComplaintState) =>
  commandsFor(status, 'head').filter((name) => (offered as readonly string[]).includes(name));
