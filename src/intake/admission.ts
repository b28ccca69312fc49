import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { Limits } from '../platform/limits/limits.js';
import { Routing } from '../routing/routing.js';
import type { Arrived } from './attachment-store.js';
import { checkFiling, type Filing } from './check-filing.js';
import { Diversion } from './diversion.js';
import type { FileComplaint } from './dto.js';
import { PhotoPlaces } from './files/photo-places.js';
import { contactKeys } from './proof/contacts.js';
import { Proofs } from './proof/proofs.js';
import type { Ticket } from './proof/refusals.js';

/** Where a filing comes from, as far as the request tells; null: from somebody signed in, who types for a caller. */
export type Sender = { address: string; device: string | undefined } | null;

/** Everything that a filing is held against before anything of it is stored. */
@Injectable()
export class Admission {
  constructor(
    private readonly city: City,
    private readonly routing: Routing,
    private readonly diversion: Diversion,
    private readonly photos: PhotoPlaces,
    private readonly proofs: Proofs,
    private readonly limits: Limits,
  ) {}

  /** The filing, with the proof that is spent when it is written. @throws DomainError for whatever stands against it */
  async admit(
    complaint: FileComplaint,
    files: Arrived[],
    sender: Sender,
    channel: string,
  ): Promise<{ filing: Filing; ticket: Ticket | null }> {
    // First, so that nobody is asked for a name before they are told that this is not the place.
    await this.diversion.check(complaint, files, channel);
    const filing = this.checked(complaint, files, sender?.device);
    // Who types for a caller has signed in, and their writes are counted as such.
    if (!sender) return { filing, ticket: null };
    const ticket = await this.proofs.require(complaint, sender.address);
    for (const contact of contactKeys(complaint.filer ?? {}))
      await this.limits.hit('filing_contact', contact);
    return { filing, ticket };
  }

  private checked(complaint: FileComplaint, files: Arrived[], device?: string): Filing {
    try {
      return checkFiling(complaint, this.city, this.routing, device);
    } catch (error) {
      throw this.photos.offer(error, files);
    }
  }
}
