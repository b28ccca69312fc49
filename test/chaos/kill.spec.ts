import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startOf } from '../../src/platform/postgres/processes.js';
import { streetLight } from '../world/complaints.js';
import { postmasterOf, Program, until } from './program.js';

const CONNECTIONS = 8;
const BETWEEN_KILLS = 40;
const KILLS = ['program', 'postgres', 'program', 'both', 'postgres'] as const;

let dataDir: string;
let program: Program;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-chaos-'));
  program = await Program.start({ DATA_DIR: dataDir });
}, 120_000);

afterAll(async () => {
  await program.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Files one complaint until it is acknowledged, always with the same key. @returns its code */
async function fileUntilAcknowledged(key: string, isOver: () => boolean): Promise<string | null> {
  while (!isOver()) {
    const answer = await fetch(`${program.url}/api/complaints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(streetLight({ text: `Đèn đường phố Hòa Mã không sáng, lần ${key}` })),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null);
    if (answer?.status === 201) return ((await answer.json()) as { code: string }).code;
    if (answer && answer.status < 500)
      throw new Error(`refused: ${answer.status} ${await answer.text()}`);
    await answer?.text();
  }
  return null;
}

async function strike(what: (typeof KILLS)[number]): Promise<void> {
  if (what !== 'program') process.kill(await postmasterOf(dataDir), 'SIGKILL');
  if (what !== 'postgres') {
    await program.kill();
    await program.start();
  }
  await until('the program to be ready again', () => program.isReady());
}

describe('kill -9 under filing', () => {
  it('loses nothing acknowledged and files nothing twice', async () => {
    const acknowledged = new Map<string, string>();
    const filing = { over: false };
    const filers = Array.from({ length: CONNECTIONS }, async () => {
      while (!filing.over) {
        const key = randomUUID();
        const code = await fileUntilAcknowledged(key, () => filing.over);
        if (code !== null) acknowledged.set(key, code);
      }
    });
    for (const target of KILLS) {
      const enough = acknowledged.size + BETWEEN_KILLS;
      await until('filings between two kills', () => acknowledged.size >= enough);
      await strike(target);
    }
    const enough = acknowledged.size + BETWEEN_KILLS;
    await until('filings after the last kill', () => acknowledged.size >= enough);
    filing.over = true;
    await Promise.all(filers);

    const codes = [...acknowledged.values()];
    expect(new Set(codes).size).toBe(codes.length);
    const found = await Promise.all(
      codes.map(async (code) => (await fetch(`${program.url}/api/complaints/${code}`)).status),
    );
    expect(found.filter((status) => status !== 200)).toEqual([]);
    // A key whose answer was lost has made one complaint: asking again gives the same code.
    const [[key, code] = ['', '']] = [...acknowledged];
    expect(await fileUntilAcknowledged(key, () => false)).toBe(code);

    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join('dist', 'src', 'cli.js'), 'verify-log'],
      { env: { PATH: process.env['PATH'], DATA_DIR: dataDir } },
    );
    process.stdout.write(
      `kill -9: acknowledged ${codes.length}, found ${found.length}, lost 0, double 0\n`,
    );
    const log = Number(/(\d+) complaints, \d+ events: 0 problems/.exec(stdout)?.[1]);
    expect(log).toBeGreaterThanOrEqual(codes.length);
  }, 180_000);

  it('stops cleanly, with its database', async () => {
    const postmaster = await postmasterOf(dataDir);
    expect(await program.stop()).toBe(0);
    expect(startOf(postmaster)).toBeNull();
  }, 60_000);
});
