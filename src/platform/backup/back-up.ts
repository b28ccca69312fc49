import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { attachmentPath } from '../attachment-path.js';
import type { Keyring } from '../sealing/keyring.js';
import { sha256 } from '../sha256.js';
import { ArchiveError } from './archive-error.js';
import { sealKeys, sealManifest, secretKeyId } from './archive-seal.js';
import { ArchiveWriter } from './archive-writer.js';
import { withOwner } from './connection.js';
import { copyOut, lastTransaction } from './copy-out.js';
import {
  ARCHIVE,
  fileEntry,
  FORMAT,
  HEADING,
  MANIFEST,
  rowsIn,
  tablePart,
  type Heading,
  type Manifest,
} from './manifest.js';
import { LEFT_OUT, migrationsOf, sequencesOf, tablesOf, type TableFacts } from './schema-facts.js';
import { Tally } from './tally.js';

export interface Subject {
  /** As the owner: whom row-level security hides nothing from. */
  url: string;
  schema: string;
  dataDir: string;
  city: string;
  program: string;
  secretKey: Buffer;
  keyring: Keyring;
}

/** Told how much of how much is in the archive: rows and files together. */
export type Watching = (done: number, total: number) => void;

/** Writes the whole of an installation into one file, as it is at one instant; programs go on meanwhile. @throws ArchiveError */
export function backUp(
  subject: Subject,
  file: string,
  at: Date,
  watching: Watching,
  signal?: AbortSignal,
): Promise<Manifest> {
  return withOwner(subject, async (client) => {
    // Read only, it never takes a transaction's number: whoever follows the log does not wait for it. With
    // row_security off a table that would hide rows is an error.
    await client.query(
      'begin isolation level repeatable read, read only; set local row_security = off',
    );
    const writer = ArchiveWriter.begin(file, at);
    try {
      const manifest = await new Backup(subject, client, writer, watching, signal).write(at);
      await writer.end();
      return manifest;
    } catch (error) {
      await writer.abandon();
      throw error;
    }
  });
}

class Backup {
  private readonly tally = new Tally();
  private readonly missing: string[] = [];
  private total = 0;
  private done = 0;

  constructor(
    private readonly subject: Subject,
    private readonly client: Client,
    private readonly writer: ArchiveWriter,
    private readonly watching: Watching,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async write(at: Date): Promise<Manifest> {
    const { client, subject } = this;
    const { schema, secretKey, city, program } = subject;
    const heading = {
      format: FORMAT,
      program,
      madeAt: at.toISOString(),
      city,
      secretKey: secretKeyId(secretKey),
      migrations: await migrationsOf(client, schema),
    };
    const first: Heading = { archive: ARCHIVE, ...heading };
    await this.writer.add(HEADING, Buffer.from(`${JSON.stringify(first, null, 1)}\n`));
    const tables = (await tablesOf(client, schema)).filter(({ name }) => !LEFT_OUT.includes(name));
    this.total = await this.count(tables);
    const last = await lastTransaction(client);
    for (const table of tables) await this.addTable(table, last);
    await this.addFiles();
    const manifest: Manifest = {
      ...heading,
      ...this.tally.end(),
      postgres: await this.version(),
      leftOut: LEFT_OUT,
      // Sequences know nothing of snapshots: read last, they are past everything that the tables have.
      sequences: await sequencesOf(client, schema),
      missing: this.missing,
      identityKeys: await this.identityKeys(),
      sealedKeys: subject.keyring.writable ? sealKeys(secretKey, subject.keyring.all) : null,
    };
    await this.writer.add(MANIFEST, sealManifest(secretKey, manifest));
    return manifest;
  }

  private async count(tables: TableFacts[]): Promise<number> {
    const each = tables.map(({ name }) => `(select count(*) from "${name}")`);
    const files = '(select count(distinct sha256) from attachment)';
    const { rows } = await this.client.query<{ total: string }>(
      `select ${[...each, files].join(' + ')} as total`,
    );
    return Number(rows[0]?.total ?? 0);
  }

  private async addTable(table: TableFacts, last: string): Promise<void> {
    let number = 0;
    for await (const content of copyOut(this.client, table, last)) {
      await this.writer.add(tablePart(table.name, (number += 1)), content);
      const rows = rowsIn(content);
      this.tally.part(table.name, table.columns, {
        bytes: content.length,
        sha256: sha256(content),
        rows,
      });
      this.advance(rows);
    }
  }

  private async addFiles(): Promise<void> {
    const page = 'select distinct sha256 from attachment where sha256 > $1 order by 1 limit 500';
    for (let after = ''; ;) {
      const { rows } = await this.client.query<{ sha256: string }>(page, [after]);
      for (const row of rows) await this.addFile(row.sha256);
      const end = rows.at(-1);
      if (!end) return;
      after = end.sha256;
    }
  }

  /** A file is small and never changed: read whole, it is known to be right before any of it is written. */
  private async addFile(name: string): Promise<void> {
    const content = await readFile(attachmentPath(this.subject.dataDir, name)).catch(unlessMissing);
    if (content && sha256(content) === name) {
      await this.writer.add(fileEntry(name), content);
      this.tally.file(name, content.length);
    } else this.missing.push(name);
    this.advance(1);
  }

  private async identityKeys(): Promise<string[]> {
    const { rows } = await this.client.query<{ id: string }>(
      'select id from identity_key order by id',
    );
    return rows.map(({ id }) => id);
  }

  private async version(): Promise<number> {
    const { rows } = await this.client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    return Math.floor(Number(rows[0]?.version) / 10_000);
  }

  private advance(by: number): void {
    if (this.signal?.aborted)
      throw new ArchiveError(
        'Đã dừng theo yêu cầu, không để lại gì',
        'Stopped as asked, nothing was left behind',
      );
    this.watching((this.done += by), this.total);
  }
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
