import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { Staff } from '../people/staff.js';
import { baseUrl, type Config } from '../platform/config/config.js';
import { StartError } from '../platform/config/start-error.js';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { silentConnections } from '../platform/http/silent-connections.js';
import { claimInstance } from '../platform/postgres/instance-lock.js';
import { pickFreePort } from '../platform/postgres/ports.js';
import { banner } from './banner.js';
import { createHttpApp } from './http-app.js';
import { prepareDatabase, type PreparedDatabase } from './prepare-database.js';
import { drain, onStopSignal } from './stop.js';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Starts the program and keeps it until a signal ends it: drained, sockets closed, its database stopped. */
export async function run(given: Config): Promise<void> {
  const config = given.port === 0 ? await onFreePort(given) : given;
  const instance = await claimInstance(config.dataDir);
  const log = new Log(config.logLevel);
  let database: PreparedDatabase | null = null;
  let app: NestFastifyApplication | null = null;
  let endSilent: () => void = () => undefined;
  const start = async () => {
    database = await prepareDatabase(config, { supervise: true, say });
    app = await createHttpApp(config, database.address, log);
    endSilent = silentConnections(app.getHttpServer());
    await listen(app, config);
    const { port } = app.getHttpServer().address() as AddressInfo;
    const address = baseUrl(config.host, port);
    await instance.announce(address);
    process.stdout.write(await banner(config, address, await isAdministered(app)));
  };
  const stop = async () => {
    if (app) await drain(app, config);
    const closing = app?.close();
    endSilent();
    await closing;
    await database?.stop({ force: true });
    await instance.release();
  };
  const starting = start();
  // What a signal finds half started is finished first, so that nothing is left running.
  onStopSignal(() => starting.then(stop, stop), config, log);
  try {
    await starting;
  } catch (error) {
    await stop();
    throw error;
  }
}

function isAdministered(app: NestFastifyApplication): Promise<boolean> {
  const staff = app.get(Staff, { strict: false });
  const start = { kind: 'system', name: 'start' } as const;
  return app.get(Door, { strict: false }).read(start, (tx) => staff.haveAdministrator(tx));
}

/** PORT=0: the addresses that the program tells have to be known before it listens. */
async function onFreePort(config: Config): Promise<Config> {
  const port = await pickFreePort();
  const told = baseUrl(config.host, 0);
  const publicUrl = config.publicUrl === told ? baseUrl(config.host, port) : config.publicUrl;
  return { ...config, port, publicUrl };
}

async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(
        `Cổng ${port} đang có chương trình khác dùng: dừng nó hoặc đặt PORT khác`,
        `Port ${port} is taken: stop what uses it or set another PORT`,
      );
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(
        `Không mở được ${host}:${port} (${code}): đặt HOST hoặc PORT khác`,
        `Cannot listen on ${host}:${port} (${code}): set another HOST or PORT`,
      );
    throw error;
  }
}
