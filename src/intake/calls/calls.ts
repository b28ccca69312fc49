import { spelled } from '#tracking-code';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { OpenIncidents } from '../../complaints/open-incidents.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Suggestions } from '../../routing/classifier/suggestions.js';
import { Routing } from '../../routing/routing.js';
import { Diversion } from '../diversion.js';
import type { FileComplaint } from '../dto.js';
import { Intake } from '../intake.js';
import { urgencyOf } from '../urgency.js';
import { CodeMessages } from './code-messages.js';
import type { CallDraft, CallHints, CallReceipt } from './calls.dto.js';

/** The hotline: what a caller says, typed by whoever has picked up. */
@Injectable()
export class Calls {
  constructor(
    private readonly intake: Intake,
    private readonly diversion: Diversion,
    private readonly suggestions: Suggestions,
    private readonly incidents: OpenIncidents,
    private readonly routing: Routing,
    private readonly city: City,
    private readonly messages: CodeMessages,
  ) {}

  async file(
    by: Caller,
    complaint: FileComplaint,
    key: string | null,
  ): Promise<{ receipt: CallReceipt; replayed: boolean }> {
    const way = { actor: actorOf(by), channel: 'hotline', scope: `call/${by.id}` };
    const { receipt, replayed } = await this.intake.file(complaint, [], key, null, way);
    const sms = this.messages.wayTo(complaint.filer?.phone);
    return { receipt: { ...receipt, spelled: spelled(receipt.code), sms }, replayed };
  }

  async hints({ text, category, place }: CallDraft): Promise<CallHints> {
    const { categories } = this.suggestions.offer(text);
    const known = this.city.category(category ?? categories[0]?.code ?? null);
    const { urgency, reasons } = urgencyOf(known, text);
    const { point, address } = place ?? {};
    const named = address === undefined ? null : this.routing.wardNamedIn(address);
    const ward = point ? this.routing.wardAt(point) : (place?.ward ?? named);
    const state = { category: known?.code ?? null, kind: known?.kind ?? 'report', about: null };
    const facts = { lat: point?.lat ?? null, lon: point?.lon ?? null };
    return {
      categories,
      urgency,
      reasons,
      emergency: urgency === 'urgent' ? this.city.card.emergency : [],
      diversion: this.diversion.foresee({ text, ...(category && { category }) }),
      ward,
      incident: await this.incidents.near({ state: { ...state, ward }, facts }),
    };
  }
}
