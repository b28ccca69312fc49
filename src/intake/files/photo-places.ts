import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DateTime } from 'luxon';
import { City } from '../../catalog/city.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Routing } from '../../routing/routing.js';
import { AttachmentStore, type Arrived } from '../attachment-store.js';
import { FilingReader } from '../read-filing.js';
import type { PhotoFacts, Point } from './exif-place.js';
import { FileCheck } from './file-check.js';
import type { PhotoPlace } from './photo.dto.js';

/** Offers the filer the place that a photo names, before it is drawn anew without it. */
@Injectable()
export class PhotoPlaces {
  constructor(
    private readonly reader: FilingReader,
    private readonly check: FileCheck,
    private readonly store: AttachmentStore,
    private readonly routing: Routing,
    private readonly city: City,
  ) {}

  /** The place in one photo; nothing of it is kept. */
  async of(request: FastifyRequest): Promise<PhotoPlace> {
    const photo = await this.reader.photo(request);
    try {
      const facts = await this.check.facts(photo);
      return {
        ...(this.within(facts) ?? { point: null, ward: null }),
        takenAt: this.takenAt(facts),
      };
    } finally {
      await this.store.discard([photo]);
    }
  }

  /** A refusal for want of a place, with the first place that the photos name. Any other stays as it is. */
  offer(refusal: unknown, files: readonly Arrived[]): unknown {
    if (!(refusal instanceof DomainError)) return refusal;
    const { code, errors, extra } = refusal;
    if (!errors.some((one) => one.field === 'place' && one.code === 'required')) return refusal;
    const [place] = files.flatMap(({ facts }) => (facts && this.within(facts)) ?? []);
    return place ? new DomainError(code, errors, { ...extra, offer: { place } }) : refusal;
  }

  private within({ point }: PhotoFacts): { point: Point; ward: string } | null {
    const ward = point && this.routing.wardAt(point);
    return point && ward ? { point, ward } : null;
  }

  /** A camera that does not say its zone is taken to be at home. */
  private takenAt({ taken }: PhotoFacts): string | null {
    if (!taken) return null;
    const at = DateTime.fromISO(taken.local + (taken.offset ?? ''), {
      zone: this.city.card.timeZone,
    });
    return at.isValid ? at.toUTC().toISO({ suppressMilliseconds: true }) : null;
  }
}
