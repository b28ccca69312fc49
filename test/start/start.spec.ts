import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roles } from '#lifecycle';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { freePort, Program } from '../chaos/program.js';

let folder: string;
let program: Program;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dau-moi-start-'));
  program = await Program.start({ DATA_DIR: join(folder, 'var') });
}, 120_000);

afterAll(async () => {
  await program.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the program and waits for its end. */
async function attempt(env: Record<string, string>): Promise<{ code: number; lines: string[] }> {
  const child = spawn(process.execPath, [join('dist', 'src', 'main.js')], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, lines: said.trim().split('\n') };
}

/** One readable line, in both languages, and an exit code that is not 0. */
function refused({ code, lines }: { code: number; lines: string[] }, words: RegExp): void {
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(words);
  expect(lines[0]).toContain(' / ');
  expect(lines[0]).not.toMatch(/\bat .*\.js/);
  expect(code).toBeGreaterThan(0);
}

describe('a start that cannot be', () => {
  it('says that the program runs already', async () => {
    const port = String(await freePort());
    refused(await attempt({ DATA_DIR: join(folder, 'var'), PORT: port }), /Already running/);
    expect(await program.isReady()).toBe(true);
  });

  it('says that the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const env = { DATA_DIR: join(folder, 'other'), PORT: String(port) };
    const { code, lines } = await attempt(env);
    taken.close();
    expect(lines.at(-1)).toMatch(/Port \d+ is taken/);
    expect(code).toBe(1);
  }, 60_000);

  it('says that the folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    refused(await attempt({ DATA_DIR: join(file, 'var'), PORT: '0' }), /DATA_DIR/);
  });

  it('says that the database cannot be reached', async () => {
    const url = new URL(`postgres://nobody@127.0.0.1:${await freePort()}/none`);
    url.password = 'nothing';
    const env = { DATA_DIR: join(folder, 'far'), DATABASE_URL: url.href, PORT: '0' };
    const outcome = await attempt(env);
    refused(outcome, /DATABASE_URL|database|Database/);
    expect(outcome.lines[0]).not.toContain('nothing');
  });

  it('names every bad variable', async () => {
    const outcome = await attempt({ PORT: 'many', LOG_LEVEL: 'loud', DATA_DIR: folder });
    expect(outcome.code).toBe(78);
    refused(outcome, /PORT.*LOG_LEVEL|LOG_LEVEL.*PORT/);
  });
});

describe('a start that succeeds', () => {
  it('prints the addresses and an account for each role', () => {
    for (const path of [
      '/',
      '/sign-in',
      '/api/docs',
      '/api/openapi.json',
      '/health/ready',
      '/demo/mailbox',
    ])
      expect(program.output).toContain(`${program.url}${path}`);
    for (const role of roles)
      expect(program.output).toMatch(new RegExp(`^  \\S+ +${role}\\b`, 'm'));
    expect(program.output).toContain(DEMO_PASSWORD);
  });
});

describe('data', () => {
  it('survive a restart', async () => {
    const filed = await fetch(`${program.url}/api/complaints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Một phản ánh phải còn sau khi khởi động lại.' }),
    });
    const { code } = (await filed.json()) as { code: string };
    // Browsers open connections ahead of their requests; one that stays silent must not hold up the stop.
    const silent = connect(Number(new URL(program.url).port), '127.0.0.1');
    await once(silent, 'connect');
    expect(await program.stop()).toBe(0);
    await program.start();
    expect((await fetch(`${program.url}/api/complaints/${code}`)).status).toBe(200);
  }, 90_000);
});
