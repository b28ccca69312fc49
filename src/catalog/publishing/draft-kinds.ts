import type { Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/door.js';
import { fieldError } from '../../platform/errors/domain-error.js';
import type { CityData } from '../city-data.js';

/** What a check has found; a fault keeps a draft from being published, a warning does not. */
export interface Finding {
  level: 'fault' | 'warning';
  /** Where in the definition: `rules.3.when.categories`, or the id of a rule. */
  field: string;
  code: string;
  detail: Words;
}

/** A new version and who brought it. */
export interface Publication {
  kind: keyof CityData;
  version: number;
  definition: unknown;
  /** Null: from now on. */
  validFrom: Date | null;
  publishedAt: Date;
  publishedBy: string;
  /** The number of the decision that it rests on. */
  document: string;
}

/** What one kind of city data adds to drafts. */
export interface DraftKind {
  kind: keyof CityData;
  /** Total: the definition may be any JSON. */
  check(definition: unknown): Finding[];
  /** In the transaction of publishing. */
  published?(tx: Tx, publication: Publication): Promise<void>;
}

/** The kinds of city data that people may edit; each area adds its own when it starts. */
@Injectable()
export class DraftKinds {
  private readonly kinds = new Map<string, DraftKind>();

  add(kind: DraftKind): void {
    this.kinds.set(kind.kind, kind);
  }

  /** @throws request.invalid for what is not edited here */
  of(kind: string): DraftKind {
    const known = this.kinds.get(kind);
    if (!known)
      throw fieldError(
        'kind',
        'unknown',
        'Loại dữ liệu này không sửa tại đây.',
        'This kind of data is not edited here.',
      );
    return known;
  }
}
