import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Timers } from '../../src/deadlines/timers.js';
import { OutboxWorker } from '../../src/delivery/outbox-worker.js';
import { readConfig, type Config } from '../../src/platform/config/config.js';
import { Log } from '../../src/platform/logging/log.js';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { createHttpApp } from '../../src/start/http-app.js';
import { eventually } from '../platform/temporary.js';
import { Api } from './api.js';
import { cloneDatabase, cluster, openSource, type ClonedDatabase } from './database.js';
import { liveBy } from './demo-codes.js';
import { ManualTime } from './manual-time.js';

// A Tuesday morning without holidays near it.
const MORNING = '2026-03-10T02:00:00.000Z';

/** The whole program on a database of its own, with a clock that the story moves. */
export class World {
  private readonly sessions = new Map<string, Promise<Api>>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly database: ClonedDatabase,
    /** The owner's view behind the door. */
    readonly behind: DataSource,
    readonly time: ManualTime,
    readonly url: string,
  ) {}

  /**
   * Workers are off: the story says when timers fire and mail goes out. Limits and proofs are off as well: time stands
   * still here, and everything comes from one address.
   */
  static async start(env: Record<string, string> = {}, log = new Log('silent')): Promise<World> {
    const database = await cloneDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-world-'));
    // The template database knows the template's key.
    await copyFile(join(cluster.dataDir, 'identity.keys'), join(dataDir, 'identity.keys'));
    const config = readConfig({
      DATA_DIR: dataDir,
      DATABASE_URL: database.address.url,
      // What the template has sealed opens with its own key.
      SECRET_KEY_FILE: join(cluster.dataDir, 'secret.key'),
      DEMO: 'true',
      PORT: '0',
      WORKERS: 'off',
      RATE_LIMITS: 'off',
      FILING_PROOF: 'off',
      ...env,
    });
    const time = new ManualTime(new Date(MORNING));
    const app = await createHttpApp(config, database.address, log, time);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const behind = await openSource(database.owner);
    const url = `http://127.0.0.1:${port}`;
    liveBy(url, time);
    return new World(app, config, database, behind, time, url);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.behind.destroy();
    await this.database.drop();
    await rm(this.config.dataDir, { recursive: true, force: true });
  }

  /** Somebody without a session. */
  get anyone(): Api {
    return new Api(this.url);
  }

  /** A member of staff by the demo's login; signed in once per world. */
  as(login: string): Promise<Api> {
    const session = this.sessions.get(login) ?? this.signIn(login);
    this.sessions.set(login, session);
    return session;
  }

  operator = () => this.as('truc.tong.dai.1');
  supervisor = () => this.as('giam.sat');

  /** The head of an agency. */
  async head(agency: string): Promise<Api> {
    const [row] = await this.behind.query<{ login: string }[]>(
      `select login from staff where agency = $1 and role = 'agency_head'`,
      [agency],
    );
    if (!row) throw new Error(`nobody heads ${agency}`);
    return this.as(row.login);
  }

  /** Someone of the agency who can be named to work on a matter. */
  async officerOf(agency: string): Promise<string> {
    const [row] = await this.behind.query<{ id: string }[]>(
      'select id from staff where agency = $1 order by role desc limit 1',
      [agency],
    );
    if (!row) throw new Error(`nobody works in ${agency}`);
    return row.id;
  }

  /** Everybody gets each mail by itself, at any hour: time stands still here, so that all comes in one burst. */
  async mailsOneByOne(): Promise<void> {
    await this.behind.query(
      `insert into notice_preference (staff_id, quiet, quiet_from, quiet_to, days, digest, changed_at)
       select id, false, '21:00', '07:00', '{}', false, $1 from staff`,
      [this.time.now()],
    );
  }

  fireTimers = () => this.app.get(Timers, { strict: false }).sweep();

  /** Everything that has happened here is told. */
  async deliver(): Promise<number> {
    await eventually(() => this.isSettled(), 30);
    return this.app.get(OutboxWorker, { strict: false }).drain();
  }

  /** Whoever follows the log waits for transactions of all databases of a server; other worlds are on the same. */
  private async isSettled(): Promise<boolean> {
    const [open] = await this.behind.query<unknown[]>(
      `select from complaint_event where xid >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint limit 1`,
    );
    return open === undefined;
  }

  private async signIn(login: string): Promise<Api> {
    const api = new Api(this.url);
    await api.signIn(login, DEMO_PASSWORD);
    // Stories move the clock by hours; what idleness does has a story of its own.
    await this.behind.query(
      `update session set last_seen_at = '9999-01-01'
       where staff_id = (select id from staff where login = $1)`,
      [login],
    );
    return api;
  }
}
