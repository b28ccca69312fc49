import type { FileHandle } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { DatabaseAddress } from '../database/data-source.js';
import type { ProgramRole } from '../database/rights.js';
import { tampered } from './archive-error.js';
import { type ArchiveEntry, readArchive } from './archive-reader.js';
import { compare } from './check-archive.js';
import { makeEmptySchema, restoringSource } from './empty-schema.js';
import type { Manifest } from './manifest.js';
import { RestoredFiles } from './restored-files.js';
import { TableFiller } from './table-filler.js';
import { measure, Tally } from './tally.js';

export interface Target {
  address: DatabaseAddress;
  role: ProgramRole;
  dataDir: string;
  /** Deletes what the schema holds. */
  replace: boolean;
}

/**
 * Brings a checked archive into a database, at the migrations that it was made at, in one transaction: all of it, or
 * nothing. `before` runs when everything is in place but the commit.
 */
export async function restore(
  handle: FileHandle,
  file: string,
  manifest: Manifest,
  target: Target,
  watching: (done: number, total: number) => void,
  before: () => Promise<void>,
): Promise<void> {
  const source = restoringSource(target.address, manifest.migrations);
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await makeEmptySchema(runner, target.address, target.role, target.replace);
    const restoring = new Restoring(runner, file, manifest, target, watching);
    await restoring.fill(handle);
    await before();
    await runner.commitTransaction();
    await analyse(source, manifest);
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** The planner knows nothing yet of tables that were filled at once. */
async function analyse(source: DataSource, { tables }: Manifest): Promise<void> {
  for (const { name } of tables) await source.query(`analyze "${name}"`);
}

type PartEntry = Extract<ArchiveEntry, { kind: 'part' }>;
type FileEntry = Extract<ArchiveEntry, { kind: 'file' }>;

class Restoring {
  private readonly tally = new Tally();
  private readonly files: RestoredFiles;
  private readonly total: number;
  private filling: { table: string; filler: TableFiller } | null = null;
  private done = 0;

  constructor(
    private readonly runner: QueryRunner,
    private readonly file: string,
    private readonly manifest: Manifest,
    target: Target,
    private readonly watching: (done: number, total: number) => void,
  ) {
    this.files = new RestoredFiles(target.dataDir);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    this.total = rows + manifest.files.count;
  }

  async fill(handle: FileHandle): Promise<void> {
    const { tables } = this.manifest;
    const all = tables.map(({ name }) => `"${name}"`).join(', ');
    // What migrations have written is in the archive; what triggers would do was done when the rows were made.
    await this.runner.query(`truncate ${all} cascade`);
    for (const { name } of tables)
      await this.runner.query(`alter table "${name}" disable trigger user`);
    await this.readAll(handle);
    for (const { name } of tables)
      await this.runner.query(`alter table "${name}" enable trigger user`);
    await this.files.end();
    // The file may have been changed since it was checked.
    compare(this.manifest, this.tally.end(), this.file);
    await this.countRows();
    await this.setSequences();
  }

  private async readAll(handle: FileHandle): Promise<void> {
    const client = (await this.runner.connect()) as ClientBase;
    try {
      for await (const entry of readArchive(handle, this.file)) {
        if (entry.kind === 'part') await this.addRows(entry, await this.fillerOf(entry, client));
        else await this.endTable();
        if (entry.kind === 'file') await this.addFile(entry);
        else if (entry.kind !== 'part') await measure(entry.content);
      }
      await this.endTable();
    } catch (error) {
      await this.filling?.filler.abandon();
      throw error;
    }
  }

  private async fillerOf({ table }: PartEntry, client: ClientBase): Promise<TableFiller> {
    if (this.filling?.table !== table) {
      await this.endTable();
      const known = this.manifest.tables.find(({ name }) => name === table);
      if (!known) throw tampered(this.file, `tables/${table}`);
      this.filling = { table, filler: TableFiller.begin(client, table, known.columns) };
    }
    return this.filling.filler;
  }

  private async endTable(): Promise<void> {
    const { filling } = this;
    this.filling = null;
    await filling?.filler.end();
  }

  private async addRows({ table, content }: PartEntry, filler: TableFiller): Promise<void> {
    const part = await measure(content, (chunk) => filler.write(chunk));
    this.tally.part(table, [], part);
    this.watching((this.done += part.rows), this.total);
  }

  private async addFile({ sha256, content }: FileEntry): Promise<void> {
    await this.files.keep(sha256, async (write) => {
      const measured = await measure(content, write);
      if (measured.sha256 !== sha256) throw tampered(this.file, `attachments/${sha256}`);
      this.tally.file(sha256, measured.bytes);
    });
    this.watching((this.done += 1), this.total);
  }

  /** What the database says that it has now. @throws ArchiveError */
  private async countRows(): Promise<void> {
    for (const { name, rows } of this.manifest.tables) {
      const [row] = (await this.runner.query(`select count(*) as count from "${name}"`)) as {
        count: string;
      }[];
      if (Number(row?.count) !== rows) throw tampered(this.file, `tables/${name}`);
    }
  }

  private async setSequences(): Promise<void> {
    for (const { name, value, used } of this.manifest.sequences)
      await this.runner.query('select setval($1::regclass, $2::bigint, $3)', [
        `"${name}"`,
        value,
        used,
      ]);
  }
}
