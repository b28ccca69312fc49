import type { Actor } from '#lifecycle';
import { mask } from '#personal-data';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { Door } from '../platform/database/door.js';
import type { Case } from './case.js';
import type { PublicIncident } from './dto/public-incidents.dto.js';
import { inArea } from './incident-area.js';
import { IncidentRow } from './incident.entity.js';
import { maskedKinds } from './masking.js';

const looker: Actor = { kind: 'system', name: 'incident' };
const hidden = maskedKinds('public', false, 'by_staff');

/** What of a complaint says whether it will join. */
interface Joining {
  state: Pick<Case['state'], 'category' | 'kind' | 'about' | 'ward'>;
  facts: Pick<Case['facts'], 'lat' | 'lon'>;
}

interface Near {
  title: string;
  since: Date;
  standingAnswer: string | null;
}

/** Index: incident_by_status. */
const near = `select i.title, i.since, i.standing_answer as "standingAnswer"
  from incident i, (select $1::double precision as lat, $2::double precision as lon, $3::text as ward) c
  where i.status = 'open' and i.gathering and i.family = $4 and ${inArea('c', 'i')}
  order by i.since desc limit 1`;

/** Index: incident_by_status. */
const gathering = `select distinct family from incident where status = 'open' and gathering`;

/** What another replica opens is known after this time; what this one writes is committed within it. */
const KNOWN_MS = 1000;

const protectedOnes = ['PROTECTED', 'SENSITIVE', 'DENUNCIATION_CHECK'];

/** What many report now, as filers and everybody are told of it. */
@Injectable()
export class OpenIncidents {
  private families = Promise.resolve(new Set<string>());
  private knownUntil = Number.NEGATIVE_INFINITY;
  private unsureUntil = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly door: Door,
    private readonly city: City,
  ) {}

  /** The incident that a new filing will join; null when there is none. */
  async near({ state, facts }: Joining) {
    const family = this.city.category(state.category)?.group.code;
    const alone = state.kind === 'conduct' || state.about !== null;
    if (!family || alone || protectedOnes.includes(this.city.privacyOf(state.category)))
      return null;
    if (!(await this.mayBeOpen(family))) return null;
    const [found] = await this.door.read(looker, (tx) =>
      tx.query<Near[]>(near, [facts.lat, facts.lon, state.ward, family]),
    );
    return found ? { ...found, since: found.since.toISOString() } : null;
  }

  /** Whoever writes an incident says so before it is committed. */
  changing(): void {
    this.unsureUntil = performance.now() + 2 * KNOWN_MS;
  }

  /** On a quiet day no filing has to ask. */
  private async mayBeOpen(family: string): Promise<boolean> {
    const now = performance.now();
    if (now < this.unsureUntil) return true;
    if (now >= this.knownUntil) {
      this.knownUntil = now + KNOWN_MS;
      this.families = this.door
        .read(looker, (tx) => tx.query<{ family: string }[]>(gathering))
        .then((rows) => new Set(rows.map((row) => row.family)));
    }
    return (await this.families).has(family);
  }

  /** The banners of the public page. */
  async published(): Promise<PublicIncident[]> {
    const rows = await this.door.read({ kind: 'visitor' }, (tx) =>
      tx.find(IncidentRow, {
        where: { published: true, status: 'open' },
        order: { since: 'DESC', id: 'DESC' },
        take: 20,
      }),
    );
    return rows.map(({ id, title, wards, since, reporters, standingAnswer }) => ({
      id,
      title: mask(title, hidden, 'vi'),
      areas: wards.flatMap((code) => this.city.area(code)?.name ?? []),
      since: since.toISOString(),
      reporters,
      standingAnswer: standingAnswer && mask(standingAnswer, hidden, 'vi'),
    }));
  }
}
