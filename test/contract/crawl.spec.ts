import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { privacyClasses } from '#privacy';
import sharp from 'sharp';
import { keyScopeNames, permissionsDocument } from '#permissions';
import { City } from '../../src/catalog/city.js';
import { webhookKinds } from '../../src/delivery/webhooks/kinds.js';
import { importFile } from '../../src/cli/import.js';
import { problemLine } from '../../src/cli/verify-log.js';
import { Log } from '../../src/platform/logging/log.js';
import { openDesk, problemsOf } from '../cli/desk.js';
import { line, writeCsv } from '../cli/la311-file.js';
import { LiveClient } from '../live/live-client.js';
import { keepSignedIn, mailsOf } from '../stories/support/events.js';
import { World } from '../world/world.js';
import { Crawler, type Asking } from './support/crawler.js';
import { liveAll } from './support/lives.js';
import { matterOf, WARD, type Matter } from './support/planted.js';
import type { Document } from './support/schema.js';
import { allowed, Sightings } from './support/sightings.js';
import { tablesAs } from './support/tables.js';

/**
 * What of a complaint may be found by whom, by its privacy class: f the filer, w ways to a person within words, p plates
 * within words, c the tracking code. Whatever is not here may not be found; what is here must be.
 */
// prettier-ignore
const mayFind: Record<string, string> = {
  //                        NORMAL PERSONAL HIDDEN PROTECTED SENSITIVE DENUNCIATION
  nobody:                  '-      -        -      -         -         -',
  'truc.tong.dai.1':       'fwpc   fwpc     fwpc   wpc       wpc       wpc',
  'giam.sat':              'fwpc   fwpc     fwpc   wpc       wpc       wpc',
  'lanh.dao':              'wp     wp       wp     wp        wp        wp',
  'quan.sat':              '-      -        -      -         -         -',
  'quan.tri':              '-      -        -      -         -         -',
  'hapulico.thu.truong':   'p      fwp      p      p         p         p',
  'hapulico.can.bo':       'p      fwp      p      p         p         p',
  'hsdc.thu.truong':       'p      p        p      p         p         p',
  'hsdc.can.bo':           'p      p        p      p         p         p',
  'evn.thu.truong':        '-      -        -      -         -         -',
  'haibatrung.thu.truong': '-      -        -      -         -         -',
  'haibatrung.can.bo':     '-      -        -      -         -         -',
};
const nothing = '- - - - - -';
const logins = Object.keys(mayFind).filter((name) => name !== 'nobody');
const table = (row: string) => allowed(privacyClasses, row);
const clean = { leaked: [], missing: [] };

const lines: string[] = [];
const counts = { answers: 0, messages: 0, lines: 0, mails: 0, rows: 0 };
let world: World;
let matters: Matter[];
let crawler: Crawler;
/** Of an agency's own system, with every scope. */
let key: string;

const asking = async (name: string): Promise<Asking> => ({
  cookie: name === 'nobody' ? '' : (await world.as(name)).cookie,
  codes: [],
});

beforeAll(async () => {
  world = await World.start({}, new Log('trace', { write: (one: string) => lines.push(one) }));
  const administrator = await world.as('quan.tri');
  // Somebody hears of everything; what would be sent is looked at with the outbox.
  const hears = { name: 'x', url: 'https://x.example', kinds: webhookKinds };
  const { body: receiver } = await administrator.post('/api/webhooks', hears).expect(201);
  await administrator.post(`/api/webhooks/${receiver.id}/pause`).expect(204);
  const given = { name: 'x', organisation: 'x', scopes: keyScopeNames, agency: 'HAPULICO' };
  const validUntil = '2026-12-01T00:00:00Z';
  ({ key } = (await administrator.post('/api/keys', { ...given, validUntil }).expect(201)).body);
  matters = await liveAll(world);
  for (const login of logins) await world.as(login);
  await keepSignedIn(world);
  const document = (await world.anyone.get('/api/openapi.json').expect(200)).body as Document;
  const attachments = new Map<string, string[]>();
  for (const { id } of matters) {
    const seen = await (await world.operator()).sees(id);
    attachments.set(
      id,
      seen.attachments.map((one) => one.id),
    );
  }
  crawler = new Crawler(world, document, matters, attachments);
}, 120_000);
afterAll(async () => {
  const told = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  process.stdout.write(`crawl: ${told.join(', ')}\n`);
  await world.stop();
});

async function crawl(by: Asking): Promise<Sightings> {
  const sightings = new Sightings(matters);
  for await (const { where, status, text, bytes } of crawler.answers(by)) {
    sightings.look(`${status} ${where}`, text);
    if (status === 200 && bytes.subarray(0, 2).toString('hex') === 'ffd8')
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  }
  counts.answers += sightings.looked;
  expect(sightings.looked).toBeGreaterThan(50);
  return sightings;
}

describe('every answer', () => {
  it.each(Object.entries(mayFind))('to %s', async (name, row) => {
    expect((await crawl(await asking(name))).against(table(row))).toEqual(clean);
  });

  it('to a system with a key of the agency: its cases, and nothing of anybody', async () => {
    const sightings = await crawl({ cookie: '', key, codes: [] });
    expect(sightings.against(table(nothing))).toEqual(clean);
  });

  it.each(privacyClasses)(
    'to the filer of what is %s holds the own code and what was said later',
    async (privacy) => {
      const { code } = matters.find((one) => one.privacy === privacy) as Matter;
      const row = privacyClasses.map((one) => (one === privacy ? 'wc' : '-')).join(' ');
      const sightings = await crawl({ cookie: '', codes: [code] });
      expect(sightings.against(table(row))).toEqual(clean);
    },
  );
});

describe('every message of a socket', () => {
  const heard = async (client: LiveClient): Promise<object> => {
    client.since = 0;
    await client.watch(world.url);
    client.cut();
    const sightings = new Sightings(matters);
    for (const message of client.messages) sightings.look('socket', JSON.stringify(message));
    counts.messages += sightings.looked;
    expect(client.messages.length).toBeGreaterThan(0);
    return sightings.against(table(nothing));
  };
  const watching = logins.filter(
    (login) => !['quan.tri', 'haibatrung.thu.truong', 'haibatrung.can.bo'].includes(login),
  );

  it.each(watching)('to %s', async (login) => {
    const { cookie } = await asking(login);
    const token = cookie.slice(cookie.indexOf('=') + 1);
    expect(await heard(new LiveClient('/staff', { token }))).toEqual(clean);
  });

  it('to those who hold a code', async () => {
    for (const { code } of matters)
      expect(await heard(new LiveClient('/track', { code }))).toEqual(clean);
  });
});

describe('everything that leaves', () => {
  it('as mail: to filers their own code, to staff nothing', async () => {
    for (const { to, subject, text, html } of await mailsOf(world)) {
      counts.mails += 1;
      const sightings = new Sightings(matters);
      sightings.look(`mail to ${to}`, `${subject}\n${text}\n${html}`);
      const row = matters.map(({ email }) => (email === to ? 'c' : '-')).join(' ');
      expect(sightings.against(table(row))).toEqual(clean);
      if (row === nothing) expect(to).toMatch(/@demo\.example$/);
    }
    expect(counts.mails).toBeGreaterThan(50);
  });

  it('as metric, health, or output of a command', async () => {
    const sightings = new Sightings(matters);
    for (const path of ['/metrics', '/health/live', '/health/ready'])
      sightings.look(path, (await world.anyone.get(path)).text);
    sightings.look('permissions', permissionsDocument());
    const { id } = matters[0] as Matter;
    const spoil = (words: string) =>
      world.behind.query(`update complaint set text = ${words} where id = $1`, [id]);
    await spoil(`text || '.'`);
    const problems = await problemsOf(world.behind);
    await spoil(`left(text, -1)`);
    expect(problems).toHaveLength(1);
    for (const problem of problems) sightings.look('verify-log', problemLine(problem));
    expect(sightings.against(table(nothing))).toEqual(clean);
  });

  it('as rejects of an import', async () => {
    const desk = await openDesk();
    const file = join(desk.config.dataDir, 'requests.csv');
    const planted = privacyClasses.map((privacy, at) => matterOf(privacy, at + 1));
    const rows = planted.flatMap(({ filing }, at) => {
      const words = String(filing['text']);
      return [
        line(`B-${at}a`, { RequestType: words }),
        line(`B-${at}b`, { Status: words }),
        line(`B-${at}c`, { CreatedDate: words }),
        line(`B-${at}d`, { Address: words.repeat(5) }),
        line(`B-${at}e`, { NC: words }),
      ];
    });
    await writeCsv(file, rows);
    const silent = () => ({ at: () => undefined, end: () => undefined });
    const { rejects, rejected } = await importFile(desk, file, { format: 'la311' }, silent);
    const sightings = new Sightings(matters);
    sightings.look('rejects', await readFile(rejects, 'utf8'));
    await desk.clear();
    expect(rejected).toBe(rows.length);
    expect(sightings.against(table(nothing))).toEqual(clean);
  });

  it('as log line', () => {
    const sightings = new Sightings(matters);
    for (const one of lines) sightings.look('log', one);
    counts.lines = lines.length;
    expect(lines.length).toBeGreaterThan(1000);
    expect(sightings.against(table(nothing))).toEqual(clean);
  });
});

describe('every row that the role of the program reads', () => {
  // Row-level security is by row: whoever has the row has its words and its code, and nobody has the filer.
  // prettier-ignore
  const rowsOf: Record<string, string> = {
    //                        NORMAL PERSONAL HIDDEN PROTECTED SENSITIVE DENUNCIATION
    nobody:                  '-      -        -      -         -         -',
    'truc.tong.dai.1':       'wpc    wpc      wpc    wpc       wpc       wpc',
    'giam.sat':              'wpc    wpc      wpc    wpc       wpc       wpc',
    'lanh.dao':              'wpc    wpc      wpc    wpc       wpc       wpc',
    'quan.sat':              'wpc    wpc      wpc    -         -         -',
    'quan.tri':              '-      -        -      -         -         -',
    'hapulico.thu.truong':   'wpc    wpc      wpc    wpc       wpc       wpc',
    'hsdc.can.bo':           'wpc    wpc      wpc    wpc       wpc       wpc',
    'evn.thu.truong':        '-      -        -      -         -         -',
    'haibatrung.thu.truong': '-      -        -      -         -         -',
  };

  it.each(Object.entries(rowsOf))('as %s', async (name, row) => {
    const sightings = new Sightings(matters);
    const login = name === 'nobody' ? null : name;
    for (const [where, text] of await tablesAs(world, login)) sightings.look(where, text);
    counts.rows += sightings.looked;
    expect(sightings.against(table(row))).toEqual(clean);
  });

  it('in the log of events and the outbox, by whomever: nothing', async () => {
    const sightings = new Sightings(matters);
    const told = await world.behind.query<object[]>(
      `select from outbox where channel like 'webhook:%'`,
    );
    expect(told.length).toBeGreaterThan(10);
    for (const name of ['complaint_event', 'outbox', 'clock'])
      for (const one of await world.behind.query<object[]>(`select * from ${name}`))
        sightings.look(name, JSON.stringify(one));
    counts.rows += sightings.looked;
    expect(sightings.against(table(nothing))).toEqual(clean);
  });
});

it('is of a complaint that those complained of have no part in', () => {
  const line = world.app.get(City, { strict: false }).withSubordinates(WARD);
  expect(line).not.toContain('HAPULICO');
  expect(matters.map(({ privacy }) => privacy)).toEqual(privacyClasses);
});
