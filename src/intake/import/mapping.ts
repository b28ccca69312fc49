import { rejectReasons, type RejectReason, type Words } from '#lifecycle';
import { IANAZone } from 'luxon';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { City } from '../../catalog/city.js';
import { StartError } from '../../platform/config/start-error.js';
import type { Answers } from '../answers.js';

export const importedColumns = [
  'ref',
  'createdAt',
  'closedAt',
  'type',
  'status',
  'channel',
  'address',
  'area',
] as const;
export type ImportedColumn = (typeof importedColumns)[number];

export type Outcome =
  { outcome: 'closed' } | { outcome: 'rejected'; code: RejectReason; reason: Words };

/** How to read the requests of another system: `imports/<format>.json` of the city's folder. */
export interface Mapping {
  format: string;
  /** Of the source's times. */
  timeZone: string;
  /** In the tokens of luxon. */
  dateFormat: string;
  /** A local date whose agencies and areas route history. */
  routeAsOf: string;
  columns: Record<ImportedColumn, string>;
  categories: Record<string, { category: string; text: Words; answers?: Answers }>;
  statuses: Record<string, Outcome>;
  channels: Record<string, string>;
  /** Wards by the source's areas. */
  areas: Record<string, string>;
  /** When the agency took the matter up: history does not always tell. */
  acceptedAt: 'createdAt' | 'closedAt';
  /** Who leads where the rules name nobody. */
  otherwise: string;
  answer: { finding: Words; done: Words };
}

const broken = (file: string, vietnamese: string, english: string) =>
  new StartError(`Tệp ánh xạ ${file}: ${vietnamese}`, `Mapping ${file}: ${english}`);

async function read(file: string, format: string): Promise<Mapping> {
  try {
    return { ...(JSON.parse(await readFile(file, 'utf8')) as Omit<Mapping, 'format'>), format };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw broken(file, `không có định dạng “${format}”`, `there is no format “${format}”`);
    throw broken(file, (error as Error).message, 'cannot be read');
  }
}

/** What the mapping names that the city does not know. */
function* strangers(mapping: Mapping, city: City): Generator<string> {
  for (const { category } of Object.values(mapping.categories))
    if (!city.category(category)) yield category;
  for (const ward of Object.values(mapping.areas)) if (!city.area(ward)?.parent) yield ward;
  if (!city.agency(mapping.otherwise)) yield mapping.otherwise;
  if (!IANAZone.isValidZone(mapping.timeZone)) yield mapping.timeZone;
  for (const status of Object.values(mapping.statuses))
    if (status.outcome === 'rejected' && !rejectReasons.includes(status.code)) yield status.code;
}

/** @throws StartError when there is no such mapping, or it names what the city does not have */
export async function readMapping(cityDir: string, format: string, city: City): Promise<Mapping> {
  const file = join(cityDir, 'imports', `${format}.json`);
  if (!/^[a-z0-9-]+$/.test(format))
    throw broken(format, 'tên định dạng không hợp lệ', 'not a name of a format');
  const mapping = await read(file, format);
  const absent = importedColumns.filter((column) => !mapping.columns?.[column]);
  if (absent.length > 0)
    throw broken(file, `thiếu cột ${absent.join(', ')}`, `no column for ${absent.join(', ')}`);
  const unknown = [...strangers(mapping, city)];
  if (unknown.length > 0)
    throw broken(file, `không biết ${unknown.join(', ')}`, `unknown: ${unknown.join(', ')}`);
  return mapping;
}
