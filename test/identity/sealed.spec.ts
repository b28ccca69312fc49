import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import request from 'supertest';
import { normalPhone } from '#privacy';
import { Identities } from '../../src/complaints/identities.js';
import { Log } from '../../src/platform/logging/log.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { mailsOf } from '../stories/support/events.js';
import { caseOf, filingOf, who } from './support/matters.js';

const device = 'Mozilla/5.0 (Chim Se Nau) Gecko/4711';
const reason = 'Cần gọi để hẹn ngày hoàn tiền.';

const lines: string[] = [];
let world: World;

// Without the demo's mailbox: that one keeps whole mails, with their recipients, to be looked at.
beforeAll(async () => {
  const log = new Log('trace', { write: (line: string) => lines.push(line) });
  world = await World.start({ DEMO: 'false', PUBLIC_URL: 'https://dm.example' }, log);
}, 60_000);
afterAll(() => world.stop());

interface Filed {
  complaint_id: string;
  type: string;
  key: string;
  sealed: string;
  contact_phone: string | null;
  contact_mail: string | null;
}

async function rowOf(code: string): Promise<Filed> {
  const [row] = await world.behind.query<Filed[]>(
    'select * from filer where complaint_id = (select id from complaint where code = $1)',
    [code],
  );
  return row!;
}

const filesAs = async (body: object, agent?: string, key?: string) => {
  const filing = request(world.url).post('/api/complaints');
  if (agent !== undefined) void filing.set('user-agent', agent);
  if (key !== undefined) void filing.set('idempotency-key', key);
  const answered = await filing.send(body).expect(201);
  return answered.body as { code: string };
};

/** Every table as text, as its owner reads it. */
async function dump(): Promise<string> {
  const tables = await world.behind.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = 'dau_moi'`,
  );
  expect(tables.length).toBeGreaterThan(14);
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await world.behind.query<{ text: string }[]>(
      `select t::text as text from "${name}" t`,
    );
    texts.push(`${name}: ${rows.map(({ text }) => text).join('\n')}`);
  }
  return texts.join('\n');
}

/** The ways in which a value may stand in a text. */
const spellings = (value: string) => {
  const bytes = Buffer.from(value);
  return [value, value.replaceAll(/[\s.-]/g, ''), value.toLowerCase()]
    .concat(bytes.toString('hex'), bytes.toString('base64').replaceAll('=', ''))
    .concat(JSON.stringify(value).slice(1, -1), encodeURIComponent(value));
};

describe('what is filed', () => {
  it('leaves no name, phone, mail, address or device in any table or log line', async () => {
    const { code } = await filesAs(filingOf('PERSONAL'), device, 'a key');
    const id = await caseIdOf(world, code);
    await filesAs(filingOf('PROTECTED'), device);
    const secret = await caseOf(world, 'SENSITIVE');
    const told = await (await world.operator()).tells(secret.id, 'reveal', { reason });
    expect(told.body.filer).toMatchObject(who);
    await world.anyone.post(`/api/complaints/${code}/messages`, { text: 'Thêm.' }).expect(200);
    await world.deliver();
    expect((await (await world.operator()).sees(id)).filer).toMatchObject({ ...who, device });
    const kept = `${await dump()}\n${lines.join('\n')}`;
    expect(kept).toContain('filer: (');
    expect(kept).toContain('Một việc cần được xem xét.');
    const secrets = [...Object.values(who), normalPhone(who.phone), device, '127.0.0.1'];
    const found = secrets.filter((one) => spellings(one).some((text) => kept.includes(text)));
    expect(found).toEqual([]);
  });

  it('is sealed with the present key, and found again by keyed hashes only', async () => {
    const same = { ...who, phone: '+84 987-654-321', email: 'Vanh.Khuyen@Canary.Example' };
    const [one, other] = [
      await rowOf((await filesAs(filingOf('NORMAL'))).code),
      await rowOf((await filesAs(filingOf('NORMAL', same))).code),
    ];
    const keys = await readFile(world.config.identityKeysFile, 'utf8');
    expect(keys.split(':')[0]).toBe(one.key);
    expect(one.sealed).toMatch(new RegExp(`^v1\\.${one.key}\\.[\\w-]{16}\\.[\\w-]{100,}$`));
    expect(one.sealed).not.toBe(other.sealed);
    expect([one.contact_phone, one.contact_mail]).toEqual([
      other.contact_phone,
      other.contact_mail,
    ]);
    expect(one.contact_phone).toMatch(/^[\w-]{43}$/);
    const bare = await rowOf((await filesAs(streetLight({ filer: { name: 'An' } }))).code);
    expect([bare.contact_phone, bare.contact_mail]).toEqual([null, null]);
  });

  it('keeps the device where the filer is no secret from the center, and shortened', async () => {
    const identities = world.app.get(Identities, { strict: false });
    const deviceOf = async (body: object, agent?: string) => {
      const { complaint_id: id } = await rowOf((await filesAs(body, agent)).code);
      return (await identities.open(id))?.device;
    };
    expect(await deviceOf(filingOf('NORMAL'), device)).toBe(device);
    expect(await deviceOf(filingOf('PERSONAL'), 'x'.repeat(900))).toBe('x'.repeat(200));
    expect(await deviceOf(filingOf('NORMAL'), '')).toBeNull();
    for (const privacy of ['REPORTER_HIDDEN', 'PROTECTED', 'SENSITIVE', 'DENUNCIATION_CHECK'])
      expect(await deviceOf(filingOf(privacy as 'PROTECTED'), device)).toBeNull();
    expect(await deviceOf(unclear({ filer: who }), device)).toBeNull();
  });

  it('says nothing of a device where nobody named themselves', async () => {
    const { code } = await filesAs(streetLight(), device);
    expect(await rowOf(code)).toBeUndefined();
  });

  it('knows a repeated request again, under a hash that nobody can try phone numbers on', async () => {
    const body = filingOf('NORMAL');
    const { code } = await filesAs(body, device, 'another key');
    expect((await filesAs(body, device, 'another key')).code).toBe(code);
    const changed = { ...body, filer: { ...who, phone: '0987 654 322' } };
    const refused = await request(world.url)
      .post('/api/complaints')
      .set('idempotency-key', 'another key')
      .send(changed);
    expect([refused.status, refused.body.code]).toEqual([422, 'idempotency.other_request']);
  });

  it('takes an address of at most 300 characters', async () => {
    const long = filingOf('NORMAL', { ...who, address: 'a'.repeat(301) });
    const { body } = await world.anyone.post('/api/complaints', long).expect(400);
    expect(body.errors).toMatchObject([{ field: 'filer.address' }]);
  });
});

describe('a sealed identity', () => {
  it('does not open in the row of another complaint', async () => {
    const [mine, other] = [await caseOf(world, 'NORMAL'), await caseOf(world, 'NORMAL')];
    await world.behind.query(
      `update filer set sealed = (select sealed from filer where complaint_id = $1)
       where complaint_id = $2`,
      [mine.id, other.id],
    );
    const operator = await world.operator();
    const { body } = await operator.get(`/api/cases/${other.id}`).expect(500);
    expect(body.code).toBe('identity.unreadable');
    expect(JSON.stringify(body)).not.toContain(who.name);
    expect((await operator.sees(mine.id)).filer).toMatchObject(who);
  });

  it('does not open when it was cut or changed', async () => {
    const { id } = await caseOf(world, 'NORMAL');
    const { sealed } = (
      await world.behind.query<Filed[]>('select * from filer where complaint_id = $1', [id])
    )[0]!;
    const operator = await world.operator();
    for (const broken of [sealed.slice(0, -4), `${sealed}AAAA`, sealed.replace(/^v1/, 'v2')]) {
      await world.behind.query('update filer set sealed = $2 where complaint_id = $1', [
        id,
        broken,
      ]);
      await operator.get(`/api/cases/${id}`).expect(500);
    }
  });

  it('cannot be said to be of another key than it is, nor of one that the database does not know', async () => {
    const refused = (set: string) =>
      world.behind.query(`update filer set ${set}`).then(
        () => 'done',
        (error: { constraint: string }) => error.constraint,
      );
    expect(await refused(`key = 'another'`)).toBe('filer_sealed');
    expect(await refused(`key = 'x', sealed = 'v1.x.a.b'`)).toBe('filer_key_known');
  });
});

describe('the mail to the filer', () => {
  it('still goes out', async () => {
    const demo = await World.start();
    try {
      await demo.anyone.files(filingOf('PROTECTED'));
      await demo.anyone.files(streetLight({ filer: who }));
      await demo.deliver();
      const own = (await mailsOf(demo)).filter(({ to }) => to === who.email);
      expect(own).toHaveLength(3);
    } finally {
      await demo.stop();
    }
  });
});
