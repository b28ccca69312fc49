import { ladderFault } from '#deadlines';
import { Recogniser, type DiversionRules } from '#diversion';
import { checkRules } from '#routing';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { StartError } from '../platform/config/start-error.js';
import { sha256 } from '../platform/sha256.js';
import {
  cityFiles,
  type Agency,
  type Category,
  type CityCard,
  type CityData,
} from './city-data.js';
import { checkAgencyCalendars } from './check-calendars.js';
import { retentionFault } from './retention.js';
import type { RuleSet, ServiceArea } from '#routing';
import type { CalendarSpec } from '#working-time';

type Kind = keyof CityData;
const kinds = Object.keys(cityFiles) as Kind[];

function unreadable(file: string, why: string): StartError {
  return new StartError(
    `Không đọc được dữ liệu thành phố ${file}: ${why}`,
    `City data ${file} cannot be read: ${why}`,
  );
}

async function read(
  dir: string,
  kind: Kind,
): Promise<{ kind: Kind; text: string; value: unknown }> {
  const file = join(dir, cityFiles[kind]);
  try {
    const text = await readFile(file, 'utf8');
    return { kind, text, value: JSON.parse(text) };
  } catch (error) {
    throw unreadable(file, (error as Error).message);
  }
}

function checkRuleSet(values: Map<Kind, unknown>): void {
  const directory = {
    agencies: values.get('agencies') as Agency[],
    serviceAreas: values.get('service_areas') as ServiceArea[],
  };
  const categories = (values.get('categories') as Category[]).map(({ code }) => code);
  const [first] = checkRules(values.get('rule_set') as RuleSet, directory, categories);
  if (first) throw unreadable(cityFiles.rule_set, `${first.rule ?? ''} ${first.detail.en}`);
}

function checkDiversion(values: Map<Kind, unknown>): void {
  try {
    void new Recogniser(values.get('diversion') as DiversionRules);
  } catch (error) {
    throw unreadable(cityFiles.diversion, (error as Error).message);
  }
}

function checkRetention(values: Map<Kind, unknown>): void {
  const fault = retentionFault(
    values.get('city') as CityCard,
    values.get('categories') as Category[],
  );
  if (fault) throw unreadable(cityFiles[fault.kind], fault.why);
}

function checkLadder(values: Map<Kind, unknown>): void {
  const fault = ladderFault(values.get('policy') as CityData['policy']);
  if (fault !== null) throw unreadable(cityFiles.policy, fault);
}

function checkAgencies(values: Map<Kind, unknown>): void {
  const [first] = checkAgencyCalendars(values.get('agency_calendars'), {
    agencies: values.get('agencies') as Agency[],
    calendars: values.get('calendars') as CalendarSpec[],
  });
  if (first) throw unreadable(cityFiles.agency_calendars, `${first.field} ${first.detail.en}`);
}

interface Latest {
  version: number;
  digest: string;
  published: boolean;
}

export interface LoadedCity {
  changed: number;
  kept: string[];
}

/** Whether a file has never been loaded. */
async function isNew(source: DataSource, kind: Kind, digest: string): Promise<boolean> {
  const known = await source.query<unknown[]>(
    'select 1 from city_record where kind = $1 and digest = $2',
    [kind, digest],
  );
  return known.length === 0;
}

/**
 * Brings the city's folder into the database: a file whose content is not the latest version's becomes a new one.
 * What people have published stays, whatever the file says.
 * @returns how many files were new or changed, and which new ones what is published has kept out
 * @throws StartError for a missing or broken file, or rules that cannot work
 */
export async function loadCity(source: DataSource, dir: string, now: Date): Promise<LoadedCity> {
  const files = await Promise.all(kinds.map((kind) => read(dir, kind)));
  const values = new Map(files.map(({ kind, value }) => [kind, value]));
  checkRuleSet(values);
  checkDiversion(values);
  checkRetention(values);
  checkLadder(values);
  checkAgencies(values);
  let changed = 0;
  const kept: string[] = [];
  for (const { kind, text, value } of files) {
    const digest = sha256(text);
    const [latest] = await source.query<Latest[]>(
      `select version, digest, published_by is not null as published from city_record
       where kind = $1 order by version desc limit 1`,
      [kind],
    );
    if (latest?.digest === digest) continue;
    if (latest?.published) {
      if (await isNew(source, kind, digest)) kept.push(cityFiles[kind]);
      continue;
    }
    await source.query(
      `insert into city_record (kind, version, definition, digest, loaded_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [kind, (latest?.version ?? 0) + 1, JSON.stringify(value), digest, now],
    );
    changed += 1;
  }
  return { changed, kept };
}
