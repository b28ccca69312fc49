import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError, fieldError, type FieldError } from '../../platform/errors/domain-error.js';
import { sha256 } from '../../platform/sha256.js';
import { Time } from '../../platform/time.js';
import { City } from '../city.js';
import { DraftKinds, type Finding, type Publication } from './draft-kinds.js';
import { DraftRow } from './draft.entity.js';
import { heldOpen } from './drafts.js';
import type {
  ListVersions,
  PublishDraft,
  VersionItem,
  VersionPage,
  VersionView,
} from './drafts.dto.js';
import { latestOf } from './versions.js';

const listed = `kind, version, loaded_at as "loadedAt", valid_from as "validFrom",
  published_by as "publishedBy", document, note`;

/** Makes a draft the next version of its kind. */
@Injectable()
export class Publishing {
  constructor(
    private readonly door: Door,
    private readonly kinds: DraftKinds,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** @throws draft.outdated when another version came first, draft.faulty with what its check has found */
  async publish(
    by: Caller,
    id: string,
    version: number,
    { document, note, validFrom }: PublishDraft,
  ): Promise<VersionItem> {
    const now = this.time.now();
    const from = validFrom === undefined ? null : new Date(validFrom);
    if (from !== null && from <= now)
      throw fieldError('validFrom', 'too_early', 'Phải ở tương lai.', 'Must be in the future.');
    const published = await this.door.as(actorOf(by), async (tx) => {
      const draft = await heldOpen(tx, id, version);
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('city_record/' || $1, 0))`, [
        draft.kind,
      ]);
      const { check, published } = this.kinds.of(draft.kind);
      await this.requireLatest(tx, draft, from ?? now);
      requireSound(check(draft.definition));
      const publication: Publication = {
        kind: draft.kind,
        version: draft.basedOn + 1,
        definition: draft.definition,
        validFrom: from,
        publishedAt: now,
        publishedBy: by.id,
        document,
      };
      await insert(tx, publication, note ?? null);
      const done = { state: 'published' as const, publishedVersion: publication.version };
      await tx.update(
        DraftRow,
        { id },
        { ...done, version: version + 1, changedBy: by.id, changedAt: now },
      );
      await published?.(tx, publication);
      return publication;
    });
    await this.city.refresh();
    return this.version(by, published.kind, published.version);
  }

  /** A version that begins later stays the last one until its time comes. */
  private async requireLatest(tx: Tx, { kind, basedOn }: DraftRow, from: Date): Promise<void> {
    const latest = await latestOf(tx, kind);
    if (latest.version !== basedOn)
      throw new DomainError('draft.outdated', [], { latest: latest.version });
    if (latest.validFrom !== null && latest.validFrom > from)
      throw fieldError(
        'validFrom',
        'before_latest',
        `Phải từ ${latest.validFrom.toISOString()} trở đi: phiên bản ${latest.version} bắt đầu lúc đó.`,
        `Must not be before ${latest.validFrom.toISOString()}, when version ${latest.version} begins.`,
      );
  }

  async page(by: Caller, { kind, before, limit = 50 }: ListVersions): Promise<VersionPage> {
    const known = this.kinds.of(kind).kind;
    const rows = await this.door.read(actorOf(by), (tx) =>
      tx.query<VersionItem[]>(
        `select ${listed} from city_record where kind = $1 and ($2::integer is null or version < $2)
         order by version desc limit $3`,
        [known, before ?? null, limit + 1],
      ),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.version ?? null) : null };
  }

  /** @throws not_found */
  async version(by: Caller, kind: string, version: number): Promise<VersionView> {
    const known = this.kinds.of(kind).kind;
    const [row] = await this.door.read(actorOf(by), (tx) =>
      tx.query<VersionView[]>(
        `select ${listed}, definition from city_record where kind = $1 and version = $2`,
        [known, version],
      ),
    );
    if (!row) throw new DomainError('not_found');
    return row;
  }
}

function requireSound(findings: readonly Finding[]): void {
  const faults = findings.filter(({ level }) => level === 'fault');
  if (faults.length === 0) return;
  const errors = faults.map(({ field, code, detail }): FieldError => ({
    field,
    code,
    vi: detail.vi,
    en: detail.en,
  }));
  throw new DomainError('draft.faulty', errors);
}

async function insert(tx: Tx, publication: Publication, note: string | null): Promise<void> {
  const { kind, version, definition, validFrom, publishedAt, publishedBy, document } = publication;
  const text = JSON.stringify(definition);
  await tx.query(
    `insert into city_record
       (kind, version, definition, digest, loaded_at, valid_from, published_by, document, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [kind, version, text, sha256(text), publishedAt, validFrom, publishedBy, document, note],
  );
}
