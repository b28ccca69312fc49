import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

const CONNECTIONS = 4;
const COMPLAINTS = 2000;
const CUTS = 10;

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);

afterAll(() => world.stop());

/** As a phone does: what was not answered is sent again under its key. */
async function file(key: string): Promise<void> {
  const answer = await fetch(`${world.url}/api/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(streetLight()),
  }).catch(() => null);
  if (answer === null) return file(key);
  expect(answer.status).toBe(201);
  await answer.arrayBuffer();
}

/** An operator's screen: it remembers what it was told and comes back by itself when the program drops it. */
class Screen {
  readonly told: number[] = [];
  private readonly socket: Socket;

  constructor(cookie: string) {
    this.socket = io(`${world.url}/staff`, {
      transports: ['websocket'],
      autoConnect: false,
      forceNew: true,
      extraHeaders: { cookie },
      auth: (say) => say({ since: this.told.at(-1) ?? 0 }),
    });
    this.socket.on('event', ({ seq }: { seq: number }) => this.told.push(seq));
  }

  async connect(): Promise<void> {
    this.socket.connect();
    await new Promise<void>((resolve) => this.socket.once('connect', resolve));
  }

  cut(): void {
    this.socket.disconnect();
  }
}

describe('a screen that is cut off ten times while 2,000 complaints are filed', () => {
  it('ends with exactly the log', async () => {
    const screen = new Screen((await world.operator()).cookie);
    await screen.connect();
    const done = { filed: 0 };
    const filing = Promise.all(
      Array.from({ length: CONNECTIONS }, async (_, connection) => {
        for (let at = 0; at < COMPLAINTS / CONNECTIONS; at += 1) {
          await file(`${connection}-${at}`);
          done.filed += 1;
        }
      }),
    );
    // Told where it is awaited; until then it must not end the process.
    filing.catch(() => (done.filed = COMPLAINTS));
    for (let cut = 1; cut <= CUTS; cut += 1) {
      const moment = (COMPLAINTS / (CUTS + 1)) * cut;
      while (done.filed < moment) await new Promise((resolve) => setImmediate(resolve));
      screen.cut();
      await screen.connect();
    }
    await filing;
    const log = await world.behind.query<{ seq: string }[]>(
      'select seq from complaint_event order by xid, seq',
    );
    while (screen.told.length < log.length) await new Promise((resolve) => setImmediate(resolve));
    expect(screen.told).toEqual(log.map(({ seq }) => Number(seq)));
    expect(log).toHaveLength(COMPLAINTS * 2);
    screen.cut();
  }, 120_000);
});
