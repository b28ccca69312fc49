import { termsOf, type Book, type Matter, type Policy, type Terms } from '#deadlines';
import { Hierarchy } from '#routing';
import { strictest, type PrivacyClass } from '#privacy';
import { WorkCalendar } from '#working-time';
import { Subject } from 'rxjs';
import type { DataSource } from 'typeorm';
import { Time } from '../platform/time.js';
import { agencyCalendars } from './agency-calendars.js';
import type { Agency, Area, Category, CityCard, CityData } from './city-data.js';

interface Version {
  kind: keyof CityData;
  version: number;
}

interface Loaded extends Version {
  definition: unknown;
}

const byCode = <T extends { code: string }>(items: T[]) =>
  new Map(items.map((item) => [item.code, item]));

/** One version of everything, indexed. */
interface State {
  /** The versions in force, by which a newer state is told. */
  key: string;
  held: ReadonlyMap<keyof CityData, number>;
  data: CityData;
  categories: Map<string, Category>;
  agencies: Map<string, Agency>;
  areas: Map<string, Area>;
  hierarchy: Hierarchy;
  book: Book;
}

/**
 * The city as it is now, with the older calendars and policies that running clocks were made under. What is read of it
 * may be another the next time: nobody keeps its parts.
 */
export class City {
  /** Fires when versions have come into force, with their kinds. */
  readonly changed = new Subject<ReadonlySet<keyof CityData>>();
  private state: State;

  private constructor(
    private readonly source: DataSource,
    private readonly time: Time,
    state: State,
  ) {
    this.state = state;
  }

  /** Reads the versions that are in force, and every version of calendars and policies. */
  static async load(source: DataSource, time = new Time()): Promise<City> {
    const versions = await inForce(source, time.now());
    return new City(source, time, await read(source, versions));
  }

  /** Takes up what has been published since. A version that cannot be read leaves everything as it was, and is thrown. */
  async refresh(): Promise<void> {
    const versions = await inForce(this.source, this.time.now());
    if (keyOf(versions) === this.state.key) return;
    const before = new Set(this.state.key.split(' '));
    this.state = await read(this.source, versions);
    const kinds = versions.filter((one) => !before.has(keyOf([one]))).map(({ kind }) => kind);
    this.changed.next(new Set(kinds));
  }

  get data(): CityData {
    return this.state.data;
  }

  get card(): CityCard {
    return this.state.data.city;
  }

  /** The version of a kind that is in force. */
  versionOf(kind: keyof CityData): number {
    return this.state.held.get(kind) ?? 0;
  }

  get book(): Book {
    return this.state.book;
  }

  category(code: string | null): Category | null {
    return code === null ? null : (this.state.categories.get(code) ?? null);
  }

  /** The privacy class of a complaint of a category, or of one that has none yet. */
  privacyOf(category: string | null): string {
    return category === null ? 'PERSONAL' : (this.category(category)?.privacy ?? strictest);
  }

  /** How long a complaint of a category keeps its words and its filer after it has ended. */
  retentionOf(category: string | null): string {
    const ofClass = this.card.retention[this.privacyOf(category) as PrivacyClass];
    return this.category(category)?.retention ?? ofClass;
  }

  agency(code: string | null): Agency | null {
    return code === null ? null : (this.state.agencies.get(code) ?? null);
  }

  area(code: string | null): Area | null {
    return code === null ? null : (this.state.areas.get(code) ?? null);
  }

  /** The categories of a group; null: of all groups. */
  categoriesOf(family: string | null): string[] {
    return this.data.categories
      .filter(({ group }) => family === null || group.code === family)
      .map(({ code }) => code);
  }

  /** The agency and all beneath it. */
  withSubordinates(code: string): string[] {
    const below = this.data.agencies.filter(({ parent }) => parent === code);
    return [code, ...below.flatMap((agency) => this.withSubordinates(agency.code))];
  }

  /** The agency and all above it, with those that they have succeeded. */
  withSuperiors(code: string): string[] {
    return this.state.hierarchy.withSuperiors(code);
  }

  /** Whom a complaint about the agency must not reach: itself, its heirs, and all beneath them. */
  barredBy(about: string | null): ReadonlySet<string> {
    return this.state.hierarchy.barredBy(about);
  }

  /** What a complaint is promised, by the policy in force or another. */
  terms(matter: Matter, policy: Policy = this.book.policy()): Terms {
    const known = this.category(matter.category);
    const limits = known && { ...known.limits, urgentCalendar: known.urgentCalendar };
    return termsOf(policy, limits, matter);
  }
}

const keyOf = (versions: readonly Version[]) =>
  versions.map(({ kind, version }) => `${kind}@${version}`).join(' ');

/** The version of each kind that holds at an instant: the latest whose time has come. */
function inForce(source: DataSource, at: Date): Promise<Version[]> {
  return source.query<Version[]>(
    `select kind, max(version) as version from city_record
     where valid_from is null or valid_from <= $1 group by kind order by kind`,
    [at],
  );
}

async function read(source: DataSource, versions: Version[]): Promise<State> {
  const held = new Map(versions.map(({ kind, version }) => [kind, version]));
  const records = await source.query<Loaded[]>(
    `select kind, version, definition from city_record
     where kind in ('calendars', 'policy') or (kind, version) in (select * from unnest($1::text[], $2::integer[]))
     order by kind, version`,
    [[...held.keys()], [...held.values()]],
  );
  const present = records.filter(({ kind, version }) => held.get(kind) === version);
  const data = Object.fromEntries(
    present.map(({ kind, definition }) => [kind, definition]),
  ) as unknown as CityData;
  return {
    key: keyOf(versions),
    held,
    data,
    categories: byCode(data.categories),
    agencies: byCode(data.agencies),
    areas: byCode(data.areas),
    hierarchy: new Hierarchy(data.agencies),
    book: bookOf(records, held, data),
  };
}

function bookOf(
  records: Loaded[],
  held: ReadonlyMap<keyof CityData, number>,
  { agency_calendars, agencies, city }: CityData,
): Book {
  const calendars = new Map<string, WorkCalendar>();
  const policies = new Map<number, Policy>();
  for (const { kind, version, definition } of records) {
    if (kind === 'policy') policies.set(version, { ...(definition as Policy), version });
    if (kind !== 'calendars') continue;
    for (const spec of definition as CityData['calendars']) {
      const calendar = WorkCalendar.compile({ ...spec, version });
      calendars.set(`${spec.code}@${version}`, calendar);
      if (held.get('calendars') === version) calendars.set(spec.code, calendar);
    }
  }
  const found = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`no ${what} in the city's data`);
    return value;
  };
  return {
    calendar: (code, version) =>
      found(
        calendars.get(version === undefined ? code : `${code}@${version}`),
        `calendar ${code} version ${version ?? 'latest'}`,
      ),
    policy: (version = held.get('policy') ?? 0) =>
      found(policies.get(version), `policy ${version}`),
    agencyCalendar: agencyCalendars(agency_calendars, agencies, city.timeZone),
  };
}
