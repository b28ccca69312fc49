/** The form of archives; a reader refuses a higher one. */
export const FORMAT = 1;

/** One entry of an archive that holds rows. */
export interface Part {
  bytes: number;
  sha256: string;
}

/** The rows of one table as `COPY … TO STDOUT` writes them, in as many entries as they fill. */
export interface TableInArchive {
  name: string;
  columns: string[];
  rows: number;
  parts: Part[];
}

export interface SequenceInArchive {
  name: string;
  /** As text: it may be larger than a number of JavaScript. */
  value: string;
  /** Whether the value was handed out; otherwise it is the next one. */
  used: boolean;
}

/** What an archive holds; the last entry of it, sealed by the installation's secret key. */
export interface Manifest {
  format: number;
  /** The version of the program that made it. */
  program: string;
  madeAt: string;
  city: string;
  /** Of the database, the major version. */
  postgres: number;
  secretKey: string;
  migrations: string[];
  /** In an order in which they can be filled: what is pointed at comes first. */
  tables: TableInArchive[];
  /** Tables that are not in it: who is signed in, counts of the day, the list of backups. */
  leftOut: string[];
  sequences: SequenceInArchive[];
  files: { count: number; bytes: number; digest: string };
  /** Files that rows name and that were not in the store, or not as their name says. */
  missing: string[];
  /** The ids of the keys that identities are sealed with. */
  identityKeys: string[];
  /** Those keys, sealed by the secret key; null when they are kept in the environment. */
  sealedKeys: string | null;
}

/** The first entry: what this file is, for whoever opens it with another tool. */
export type Heading = Pick<
  Manifest,
  'format' | 'program' | 'madeAt' | 'city' | 'secretKey' | 'migrations'
> & { archive: typeof ARCHIVE };

export const ARCHIVE = 'dau-moi backup';

export const HEADING = 'dau-moi.json';
export const MANIFEST = 'manifest.json';

const TABLE_PART = /^tables\/([a-z_][a-z0-9_]{0,62})\/(\d{6})\.copy$/;
const FILE = /^attachments\/([0-9a-f]{64})$/;

export const tablePart = (table: string, number: number) =>
  `tables/${table}/${String(number).padStart(6, '0')}.copy`;

export const fileEntry = (sha256: string) => `attachments/${sha256}`;

export type EntryName =
  | { kind: 'heading' }
  | { kind: 'part'; table: string; number: number }
  | { kind: 'file'; sha256: string }
  | { kind: 'manifest' };

/** What an entry is by its name; null for one that no backup has. */
export function readName(name: string): EntryName | null {
  if (name === HEADING) return { kind: 'heading' };
  if (name === MANIFEST) return { kind: 'manifest' };
  const [, table, number] = TABLE_PART.exec(name) ?? [];
  if (table !== undefined) return { kind: 'part', table, number: Number(number) };
  const [, sha256] = FILE.exec(name) ?? [];
  return sha256 === undefined ? null : { kind: 'file', sha256 };
}

/** Rows in a piece of COPY's text form: inside a row a line break is written as two signs. */
export function rowsIn(chunk: Buffer): number {
  let rows = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
  return rows;
}
