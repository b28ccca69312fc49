import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { readConfig, type Config } from '../../src/platform/config/config.js';
import { Log } from '../../src/platform/logging/log.js';
import { openEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.js';
import { createHttpApp } from '../../src/start/http-app.js';
import { prepareDatabase } from '../../src/start/prepare-database.js';

const silent = () => undefined;

/** What a server of its own gets for a city's complaints: an eighth of this machine's memory. */
const ofCity = { shared_buffers: '3GB', max_wal_size: '8GB' };

/** A database of its own with the city in it, durable as in service, and one program without background work. */
export class BenchWorld {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    /** As the owner, past the door. */
    readonly sql: Client,
    readonly databaseUrl: string,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(): Promise<BenchWorld> {
    const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-bench-'));
    const postgres = await openEmbeddedPostgres({ dataDir, log: silent, settings: ofCity });
    const config = readConfig({
      DATA_DIR: dataDir,
      DATABASE_URL: postgres.url,
      DEMO: 'true',
      WORKERS: 'off',
      RATE_LIMITS: 'off',
      FILING_PROOF: 'off',
    });
    const { address } = await prepareDatabase(config, { supervise: false, say: silent });
    const app = await createHttpApp(config, address, new Log('silent'));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const sql = new Client({ connectionString: postgres.url });
    await sql.connect();
    await sql.query(`set search_path = "${config.databaseSchema}", public`);
    return new BenchWorld(app, config, sql, postgres.url, async () => {
      await sql.end();
      await app.close();
      await postgres.stop({ force: true });
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  /** Files one complaint over HTTP. @returns its code */
  async file(complaint: object): Promise<string> {
    const { app } = this;
    const answer = await app.inject({ method: 'POST', url: '/api/complaints', payload: complaint });
    if (answer.statusCode !== 201) throw new Error(`not filed: ${answer.body}`);
    return (answer.json() as { code: string }).code;
  }

  async number(query: string, values: unknown[] = []): Promise<number> {
    const { rows } = await this.sql.query<{ n: string | null }>(query, values);
    return Number(rows[0]?.n ?? 0);
  }

  close(): Promise<void> {
    return this.end();
  }
}
