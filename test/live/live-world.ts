import { Global, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { City } from '../../src/catalog/city.js';
import { loadCity } from '../../src/catalog/load-city.js';
import { entities } from '../../src/entities.js';
import { LiveAdapter } from '../../src/live/live.adapter.js';
import { readConfig } from '../../src/platform/config/config.js';
import { CONFIG } from '../../src/platform/config/config.token.js';
import { SECRET_KEY } from '../../src/platform/config/secret-key.token.js';
import { LiveModule } from '../../src/live/live.module.js';
import { PeopleModule } from '../../src/people/people.module.js';
import { addStaff, type NewStaff } from '../../src/people/staff.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { Door } from '../../src/platform/database/door.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { addressAs, programRole } from '../../src/platform/database/rights.js';
import { Limits } from '../../src/platform/limits/limits.js';
import { Log } from '../../src/platform/logging/log.js';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { openEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.js';
import { newIdentityKey } from '../../src/platform/sealing/identity-key.js';
import { Keyring } from '../../src/platform/sealing/keyring.js';
import { Time } from '../../src/platform/time.js';
import { temporaryFolder } from '../platform/temporary.js';

const schema = 'dau_moi';

@Global()
@Module({
  providers: [
    Door,
    Time,
    { provide: Log, useFactory: () => new Log(process.env['LOG_LEVEL'] ?? 'silent') },
    Limits,
    Metrics,
    { provide: CONFIG, useFactory: () => readConfig({ RATE_LIMITS: 'off' }) },
    { provide: SECRET_KEY, useFactory: () => randomBytes(32) },
    { provide: Keyring, useFactory: () => Keyring.of(newIdentityKey()) },
    { provide: City, inject: [DataSource], useFactory: (source: DataSource) => City.load(source) },
  ],
  exports: [CONFIG, SECRET_KEY, Door, Keyring, Time, Limits, Log, Metrics, City],
})
class Ground {}

export interface Replica {
  url: string;
  app: NestFastifyApplication;
}

/** A database, and as many programs on it as wanted, each with nothing but live views. */
export interface LiveWorld {
  role: string;
  replica(): Promise<Replica>;
  /** A connection of its own, as the owner of the tables. */
  connection(): Promise<Client>;
  /** Signs a new member of staff in. @returns the token */
  signedIn(role: NewStaff['role'], agency?: string, secondFactor?: boolean): Promise<string>;
  query<T = unknown>(sql: string, values?: unknown[]): Promise<T[]>;
}

export async function startLiveWorld(): Promise<LiveWorld> {
  const closing: (() => Promise<unknown>)[] = [];
  const folder = await temporaryFolder(async () => {
    for (const close of closing.toReversed()) await close();
  });
  const postgres = await openEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    settings: { fsync: 'off' },
    log: () => undefined,
  });
  closing.push(() => postgres.stop({ force: true }));
  const role = programRole(randomBytes(32));
  await migrate({ url: postgres.url, schema }, role);
  const owner = new DataSource(dataSourceOptions({ url: postgres.url, schema }, []));
  await owner.initialize();
  closing.push(() => owner.destroy());
  await loadCity(owner, 'data/hanoi', new Date());

  return {
    role: role.name,
    query: (sql, values) => owner.query(sql, values),
    async replica() {
      const address = { url: addressAs(postgres.url, role), schema };
      const module = await Test.createTestingModule({
        imports: [
          TypeOrmModule.forRoot(dataSourceOptions(address, entities)),
          Ground,
          PeopleModule,
          LiveModule,
        ],
      }).compile();
      const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), {
        logger: false,
      });
      app.useWebSocketAdapter(new LiveAdapter(app.getHttpServer()));
      await app.listen(0, '127.0.0.1');
      closing.push(() => app.close());
      return { app, url: (await app.getUrl()).replace('[::1]', '127.0.0.1') };
    },
    async connection() {
      const client = new Client({
        connectionString: postgres.url,
        options: `-c search_path=${schema},public`,
      });
      await client.connect();
      closing.push(() => client.end());
      return client;
    },
    async signedIn(role, agency, secondFactor = true) {
      const login = randomUUID();
      const token = randomBytes(32).toString('base64url');
      await addStaff(
        owner,
        [{ login, name: 'A', role, agency: agency ?? null, email: null }],
        'none',
      );
      await owner.query(
        `insert into session
           (token_hash, id, staff_id, created_at, expires_at, last_seen_at, second_factor)
         select $1, gen_random_uuid(), id, now(), now() + interval '1 hour', now(), $3
         from staff where login = $2`,
        [createHash('sha256').update(token).digest('hex'), login, secondFactor],
      );
      return token;
    },
  };
}
