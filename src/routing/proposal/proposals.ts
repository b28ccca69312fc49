import type { RoutingDecision } from '#routing';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { Access } from '../../complaints/access.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { Routing } from '../routing.js';
import type { RoutingProposal } from './proposals.dto.js';

/** Where the rules in force would send a case now, under its own category or one that is thought of. */
@Injectable()
export class Proposals {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly routing: Routing,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async of(caller: Caller, id: string, thought?: string): Promise<RoutingProposal> {
    const row = await this.door.read(actorOf(caller), (tx) => this.access.require(tx, id));
    const known = thought === undefined ? null : this.city.category(thought);
    if (thought !== undefined && !known)
      throw fieldError('category', 'unknown', 'Không có lĩnh vực này.', 'No such category.');
    const { lat, lon, about, ward, text, answers } = row;
    const decision = this.routing.route({
      category: known?.code ?? row.category,
      kind: known?.kind ?? row.kind,
      urgency: known?.urgency ?? row.urgency,
      about,
      ward,
      point: lat === null || lon === null ? null : { lat, lon },
      filer: null,
      at: this.time.now().toISOString(),
      text,
      answers,
    });
    return proposalOf(decision);
  }
}

const proposalOf = ({ lead, supporting, confidence, reasons }: RoutingDecision) => ({
  lead,
  supporting: [...supporting],
  confidence,
  reasons: [...reasons],
});
