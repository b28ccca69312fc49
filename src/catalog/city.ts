import { termsOf, type Book, type Policy, type Terms } from '#deadlines';
import type { Urgency } from '#lifecycle';
import { Hierarchy } from '#routing';
import { strictest, type PrivacyClass } from '#privacy';
import { WorkCalendar } from '#working-time';
import type { DataSource } from 'typeorm';
import type { Agency, Area, Category, CityCard, CityData } from './city-data.js';

interface Loaded {
  kind: keyof CityData;
  version: number;
  definition: unknown;
}

const byCode = <T extends { code: string }>(items: T[]) =>
  new Map(items.map((item) => [item.code, item]));

/** The city as it is today, with the older calendars and policies that running clocks were made under. */
export class City {
  readonly card: CityCard;
  readonly data: CityData;
  readonly book: Book;
  private readonly categories: Map<string, Category>;
  private readonly agencies: Map<string, Agency>;
  private readonly areas: Map<string, Area>;
  private readonly hierarchy: Hierarchy;

  private constructor(records: Loaded[]) {
    const latest = new Map(records.map(({ kind, definition }) => [kind, definition]));
    this.data = Object.fromEntries(latest) as unknown as CityData;
    this.card = this.data.city;
    this.categories = byCode(this.data.categories);
    this.agencies = byCode(this.data.agencies);
    this.areas = byCode(this.data.areas);
    this.hierarchy = new Hierarchy(this.data.agencies);
    this.book = bookOf(records);
  }

  /** Reads the latest version of everything, and every version of calendars and policies. */
  static async load(source: DataSource): Promise<City> {
    const records = await source.query<Loaded[]>(
      'select kind, version, definition from city_record order by kind, version',
    );
    return new City(records);
  }

  category(code: string | null): Category | null {
    return code === null ? null : (this.categories.get(code) ?? null);
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
    return code === null ? null : (this.agencies.get(code) ?? null);
  }

  area(code: string | null): Area | null {
    return code === null ? null : (this.areas.get(code) ?? null);
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
    return this.hierarchy.withSuperiors(code);
  }

  /** Whom a complaint about the agency must not reach: itself, its heirs, and all beneath them. */
  barredBy(about: string | null): ReadonlySet<string> {
    return this.hierarchy.barredBy(about);
  }

  terms(category: string | null, urgency: Urgency): Terms {
    const known = this.category(category);
    const limits = known && { ...known.limits, urgentCalendar: known.urgentCalendar };
    return termsOf(this.book.policy(), limits, urgency);
  }
}

function bookOf(records: Loaded[]): Book {
  const calendars = new Map<string, WorkCalendar>();
  const policies = new Map<number, Policy>();
  let latestVersion = 0;
  for (const { kind, version, definition } of records) {
    if (kind === 'policy') policies.set(version, { ...(definition as Policy), version });
    if (kind === 'policy') latestVersion = version;
    if (kind !== 'calendars') continue;
    for (const spec of definition as CityData['calendars']) {
      const calendar = WorkCalendar.compile({ ...spec, version });
      calendars.set(`${spec.code}@${version}`, calendar).set(spec.code, calendar);
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
    policy: (version = latestVersion) => found(policies.get(version), `policy ${version}`),
  };
}
