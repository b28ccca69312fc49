import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseRunner, type Runner } from '../../../src/platform/postgres/run-as.js';
import { pickFreePort } from '../../../src/platform/postgres/ports.js';

const ROOT = '/usr/lib/postgresql';

/** The PostgreSQL of the system, when there is one: another version than the one that comes along. */
export const debian = existsSync(ROOT)
  ? readdirSync(ROOT)
      .map((version) => ({ version: Number(version), bin: join(ROOT, version, 'bin') }))
      .find(({ version, bin }) => version >= 15 && existsSync(join(bin, 'initdb')))
  : undefined;

async function done(runner: Runner, file: string, args: string[]): Promise<void> {
  const { code, output } = await runner.run(file, args);
  if (code !== 0) throw new Error(`${file}: ${output}`);
}

/** A server of that version, in a folder below `parent`. */
export async function startDebian(
  bin: string,
  parent: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const runner = await chooseRunner(async (one) => (await one.run('/bin/true', [])).code === 0);
  const folder = join(parent, 'debian');
  const passwordFile = join(parent, 'debian.password');
  await mkdir(folder, { mode: 0o700 });
  await writeFile(passwordFile, 'secret', { mode: 0o600 });
  if (runner.owner)
    for (const path of [folder, passwordFile])
      await chown(path, runner.owner.uid, runner.owner.gid);
  const port = await pickFreePort();
  await done(runner, join(bin, 'initdb'), [
    `--pgdata=${folder}`,
    '--username=owner',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ]);
  const options = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  const log = join(folder, 'server.log');
  const pgCtl = join(bin, 'pg_ctl');
  await done(runner, pgCtl, ['start', '-w', '-D', folder, '-l', log, '-o', options]);
  return {
    url: `postgres://owner:secret@127.0.0.1:${port}/postgres`,
    stop: () => done(runner, pgCtl, ['stop', '-w', '-m', 'fast', '-D', folder]),
  };
}
