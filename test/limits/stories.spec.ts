import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { makeTrackingCode } from '#tracking-code';
import { randomBytes } from 'node:crypto';
import { limitTable } from '../../src/platform/limits/limit-table.js';
import { Log } from '../../src/platform/logging/log.js';
import { writeMoment } from '../../src/platform/moment.js';
import { Api } from '../world/api.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';

const lines: string[] = [];
let world: World;

beforeAll(async () => {
  const env = { RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' };
  world = await World.start(env, new Log('trace', { write: (line: string) => lines.push(line) }));
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.behind.query('delete from rate_limit'));

/** Somebody at an address, as the proxy in front says. */
class From extends Api {
  constructor(private readonly address: string) {
    super(world.url);
  }

  override get(path: string) {
    return super.get(path).set('x-forwarded-for', this.address);
  }

  override post(path: string, body: Record<string, unknown> = {}) {
    return super.post(path, body).set('x-forwarded-for', this.address);
  }
}

/** As if so many had been counted already, less those that are told. */
const filled = (left: number) =>
  world.behind.query('update rate_limit set points = points + $1', [left]);

const unknown = () => makeTrackingCode(randomBytes);

describe('filing', () => {
  it('is limited by address, with the time to wait in header and problem', async () => {
    const [one, other] = [new From('203.0.113.7'), new From('203.0.113.8')];
    await one.files(unclear());
    await filled(limitTable.filing.points - 2);
    await one.files(unclear());
    const { headers, body } = await one.post('/api/complaints', unclear()).expect(429);
    expect(headers['retry-after']).toBe('600');
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'request.too_many', limit: 'filing', retryAfter: 600 });
    await other.files(unclear());
    world.time.advance({ minutes: 10 });
    await one.files(unclear());
  });

  it('counts refused filings too, so that nobody can try out at will', async () => {
    const one = new From('203.0.113.7');
    await one.post('/api/complaints', {}).expect(400);
    await filled(limitTable.filing.points - 1);
    await one.post('/api/complaints', {}).expect(429);
  });

  it('is limited by phone number and by mail address, however they are written', async () => {
    const phones = [
      '0912 345 678',
      '+84912345678',
      '0084 912 345 678',
      '84912345678',
      '0912.345.678',
    ];
    const mails = ['an@example.org', 'AN@Example.org', 'an+1@example.org'];
    for (const [key, ways] of [
      ['phone', phones],
      ['email', mails],
    ] as const) {
      await world.behind.query('delete from rate_limit');
      for (let at = 0; at < 10; at += 1)
        await new From(`203.0.113.${at}`).files(
          unclear({ filer: { [key]: ways[at % ways.length] } }),
        );
      const again = (filer: object) =>
        new From('203.0.113.99').post('/api/complaints', unclear({ filer }));
      const { body } = await again({ [key]: ways[0] }).expect(429);
      expect(body.limit).toBe('filing_contact');
      await again({ [key]: key === 'phone' ? '0912345679' : 'binh@example.org' }).expect(201);
    }
  });

  it('counts a contact only for what is right, and not again for a repetition', async () => {
    const one = new From('203.0.113.7');
    const filer = { phone: '0912345678' };
    await one.post('/api/complaints', unclear({ filer, text: '' })).expect(400);
    const send = () => one.post('/api/complaints', unclear({ filer })).set('idempotency-key', 'k1');
    await send().expect(201);
    for (let at = 0; at < 12; at += 1) await send().expect(201);
    for (let at = 0; at < 9; at += 1) await one.files(unclear({ filer }));
    await one.post('/api/complaints', unclear({ filer })).expect(429);
    await send().expect(201);
  });
});

describe('tracking codes', () => {
  const { points } = limitTable.tracking_miss;

  it('cannot be walked: after so many unknown ones a known one is not told either', async () => {
    const { code } = await world.anyone.files(unclear());
    const [walker, owner] = [new From('203.0.113.7'), new From('203.0.113.8')];
    for (let at = 0; at < points; at += 1)
      await walker.get(`/api/complaints/${unknown()}`).expect(404);
    for (const path of [code, unknown(), 'AAAA'])
      expect((await walker.get(`/api/complaints/${path}`)).body.code).toBe('request.too_many');
    for (const command of ['messages', 'confirm', 'rating', 'reopen', 'appeal'])
      await walker.post(`/api/complaints/${code}/${command}`, { text: 'Chữ.' }).expect(429);
    await owner.tracks(code);
    world.time.advance({ minutes: 10 });
    await walker.tracks(code);
  });

  it('cannot be walked by commands or codes with a slip either', async () => {
    const walker = new From('203.0.113.7');
    await walker.post(`/api/complaints/${unknown()}/confirm`).expect(404);
    await walker.get('/api/complaints/nonsense').expect(404);
    await filled(points - 2);
    await walker.get(`/api/complaints/${unknown()}`).expect(429);
  });

  it('tried out on the page are met by one that says from when on to try again', async () => {
    const { code } = await world.anyone.files(unclear());
    const walker = new From('203.0.113.7');
    await walker.get('/follow?code=nonsense').expect(404);
    await filled(points - 1);
    const { headers, text } = await walker.get(`/follow/${code}?lang=en`).expect(429);
    expect(headers['content-type']).toContain('text/html');
    expect(headers['retry-after']).toBe('600');
    expect(text).toContain('Too many codes were wrong');
    const again = new Date(world.time.now().getTime() + 600_000);
    const moment = (language: 'vi' | 'en') => writeMoment(again, language, 'Asia/Ho_Chi_Minh');
    for (const words of ['Please try again from', moment('en')]) expect(text).toContain(words);
    const once = await walker.get('/follow?code=nonsense').expect(429);
    for (const words of ['Xin thử lại từ', moment('vi')]) expect(once.text).toContain(words);
    world.time.advance({ minutes: 10 });
    await walker.get(`/follow/${code}`).expect(200);
  });

  it('that are known are never counted, nor are other failures', async () => {
    const { code } = await world.anyone.files(unclear());
    const owner = new From('203.0.113.7');
    for (let at = 0; at < 3; at += 1) await owner.tracks(code);
    await owner.post(`/api/complaints/${code}/confirm`).expect(409);
    await owner.post(`/api/complaints/${code}/messages`, {}).expect(400);
    await owner.get(`/api/complaints/${unknown()}`).expect(404);
    await filled(points - 2);
    await owner.tracks(code);
  });

  /** How a socket for a code is answered. */
  function socket(code: string, address: string): Promise<string> {
    const client = io(`${world.url}/track`, {
      auth: { code },
      transports: ['websocket'],
      extraHeaders: { 'x-forwarded-for': address },
      forceNew: true,
      reconnection: false,
    });
    return new Promise<string>((resolve) => {
      client.on('connect', () => resolve('admitted'));
      client.on('connect_error', ({ message }) => resolve(message));
    }).finally(() => client.close());
  }

  it('are counted together over HTTP and sockets', async () => {
    const { code } = await world.anyone.files(unclear());
    const [walker, owner] = ['203.0.113.7', '203.0.113.8'];
    expect(await socket(unknown(), walker)).toBe('not_found');
    expect(await socket(code, walker)).toBe('admitted');
    await new From(walker).get(`/api/complaints/${unknown()}`).expect(404);
    await filled(points - 2);
    expect(await socket(code, walker)).toBe('request.too_many');
    await new From(walker).get(`/api/complaints/${code}`).expect(429);
    expect(await socket(code, owner)).toBe('admitted');
  });

  it('take so many commands, from wherever they come', async () => {
    const { code } = await world.anyone.files(unclear());
    const other = (await world.anyone.files(unclear())).code;
    await world.behind.query('delete from rate_limit');
    const reply = (to: string, at: number) =>
      new From(`203.0.113.${at}`).post(`/api/complaints/${to}/messages`, { text: 'Xin bổ sung.' });
    await reply(code, 1).expect(200);
    await filled(limitTable.filer_command.points - 2);
    await reply(code, 2).expect(200);
    const { body } = await reply(code, 3).expect(429);
    expect(body.limit).toBe('filer_command');
    await reply(other, 3).expect(200);
    await new From('203.0.113.3').tracks(code);
  });
});

describe('staff', () => {
  it('is limited by agency, and in the center by person; reading is free', async () => {
    const { code } = await world.anyone.files(streetLight());
    const id = await caseIdOf(world, code);
    const [head, officer] = [await world.head('HAPULICO'), await world.as('hapulico.can.bo')];
    const [operator, supervisor] = [await world.operator(), await world.supervisor()];
    await world.behind.query('delete from rate_limit');
    for (const by of [head, operator]) await by.does(id, 'note', { text: 'Đã xem.' });
    await filled(limitTable.command.points - 1);
    for (const by of [head, officer, operator]) {
      const { status, body } = await by.tells(id, 'note', { text: 'Đã xem.' });
      expect([status, body.limit]).toEqual([429, 'command']);
    }
    await supervisor.does(id, 'note', { text: 'Đã xem.' });
    await head.sees(id);
    const ward = await world.head('UBND-00256');
    expect((await ward.tells(id, 'note', { text: 'Đã xem.' })).status).not.toBe(429);
    world.time.advance({ minutes: 1 });
    await head.does(id, 'note', { text: 'Đã xem.' });
  });
});

describe('challenges', () => {
  it('are limited by address', async () => {
    const one = new From('203.0.113.7');
    await one.get('/api/challenge?kind=question').expect(200);
    await filled(limitTable.challenge.points - 1);
    expect((await one.get('/api/challenge').expect(429)).body.limit).toBe('challenge');
    await new From('203.0.113.8').get('/api/challenge').expect(200);
  });
});

describe('an address', () => {
  it('is what the proxy says; what stands before it is not believed', async () => {
    await new From('198.51.100.1, 203.0.113.7').files(unclear());
    await filled(limitTable.filing.points - 1);
    await new From('198.51.100.2, 203.0.113.7').post('/api/complaints', unclear()).expect(429);
    await new From('203.0.113.7, 198.51.100.1').files(unclear());
  });

  it('is in no log line, no metric and no row', async () => {
    const { text } = await world.anyone.get('/metrics');
    expect(text).toContain('dau_moi_limited_total{kind="filing"}');
    const rows = JSON.stringify(await world.behind.query('select * from rate_limit'));
    expect(lines.length).toBeGreaterThan(50);
    const secrets = ['203.0.113.', '198.51.100.', '912345678', '912 345', '@example.org'];
    const found = secrets.filter((one) =>
      [text, rows, lines.join('')].some((all) => all.includes(one)),
    );
    expect(found).toEqual([]);
  });
});

describe('without a proxy that is trusted', () => {
  it('nothing that is said of an address counts', async () => {
    const open = await World.start({ RATE_LIMITS: 'on' });
    try {
      const say = (address: string) =>
        open.anyone.post('/api/complaints', unclear()).set('x-forwarded-for', address);
      await say('203.0.113.1').expect(201);
      await open.behind.query('update rate_limit set points = points + $1', [
        limitTable.filing.points - 1,
      ]);
      await say('203.0.113.2').expect(429);
    } finally {
      await open.stop();
    }
  }, 60_000);
});
