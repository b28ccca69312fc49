import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { isOpen, keyScopeNames, keyScopes, may, roleOfKey, type Permission } from '#permissions';
import { Api } from '../world/api.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;
let administrator: Api;
let code: string;
let id: string;

beforeAll(async () => {
  world = await World.start({ RATE_LIMITS: 'on' });
  administrator = await world.as('quan.tri');
  const filer = { name: 'Nguyễn Thị Nhớ', phone: '0911222333', email: 'nho@example.vn' };
  ({ code } = await world.anyone.files(streetLight({ filer })));
  id = await caseIdOf(world, code);
}, 60_000);
afterAll(() => world.stop());

interface Given {
  id: string;
  key: string;
}

const asked = (more: object = {}) => ({
  name: 'Phần mềm điều hành',
  organisation: 'HAPULICO',
  scopes: ['cases'],
  validUntil: '2026-06-10T00:00:00Z',
  ...more,
});

const make = async (more: object = {}): Promise<Given> =>
  (await administrator.post('/api/keys', asked(more)).expect(201)).body as Given;

const by = (key: string) => {
  const bearer = `Bearer ${key}`;
  return {
    get: (path: string) => request(world.url).get(path).set('authorization', bearer),
    post: (path: string, body: object = {}) =>
      request(world.url).post(path).set('authorization', bearer).send(body),
  };
};

const refusal = async (asking: request.Test) => {
  const { status, body } = await asking;
  return [status, (body as { code: string }).code];
};

describe('a key', () => {
  it('is shown once, begins so that it is recognised, and is kept as a hash', async () => {
    const { id: made, key } = await make({ name: 'Một lần' });
    expect(key).toMatch(/^dm_[\w-]{43}$/);
    const [row] = await world.behind.query<object[]>('select * from api_key where id = $1', [made]);
    expect(JSON.stringify(row)).not.toContain(key.slice(10));
    const { body } = await administrator.get(`/api/keys/${made}`).expect(200);
    expect(body).toMatchObject({ hint: key.slice(0, 9), state: 'active', lastUsedAt: null });
    expect(JSON.stringify(body)).not.toContain(key.slice(10));
  });

  it('of an agency sees that agency alone, without filer, code or ways to a person', async () => {
    const own = by((await make({ agency: 'HAPULICO' })).key);
    const other = by((await make({ agency: 'EVNHANOI' })).key);
    const { body } = await own.get(`/api/cases/${id}`).expect(200);
    expect(body).toMatchObject({
      id,
      lead: 'HAPULICO',
      code: null,
      identity: 'never',
      filer: null,
    });
    expect((await own.get('/api/cases').expect(200)).body.items).toHaveLength(1);
    expect(await refusal(other.get(`/api/cases/${id}`))).toEqual([404, 'not_found']);
    expect((await other.get('/api/cases').expect(200)).body.items).toEqual([]);
  });

  it('comes without a cookie, and one that comes along counts for nothing', async () => {
    const { key } = await make({ agency: 'EVNHANOI' });
    const supervisor = await world.supervisor();
    const both = by(key).get(`/api/cases/${id}`).set('cookie', supervisor.cookie);
    expect(await refusal(both)).toEqual([404, 'not_found']);
    const unknown = by('dm_x').get('/api/me').set('cookie', supervisor.cookie);
    expect(await refusal(unknown)).toEqual([401, 'key.unknown']);
  });

  it('decides on nothing, and opens no door that it was not given, open ones too', async () => {
    const { key } = await make({ agency: 'HAPULICO' });
    for (const path of ['/api/me', '/api/keys', '/api/published', '/api/reports/overview'])
      expect([path, ...(await refusal(by(key).get(path)))]).toEqual(
        path === '/api/published' ? [path, 404, 'not_found'] : [path, 403, 'key.not_allowed'],
      );
    const note = by(key).post(`/api/cases/${id}/note`, { text: 'x' }).set('if-match', '"2"');
    expect(await refusal(note)).toEqual([403, 'key.not_allowed']);
    expect(await refusal(by(key).post('/api/complaints', streetLight()))).toEqual([
      403,
      'key.not_allowed',
    ]);
  });

  it('files on behalf of people without a proof, from any page, and only by its scope', async () => {
    const { key } = await make({ scopes: ['file'] });
    const filing = by(key)
      .post('/api/complaints', streetLight())
      .set('origin', 'https://x.example');
    const { body } = await filing.expect(201);
    const [row] = await world.behind.query<{ channel: string }[]>(
      'select channel from complaint where code = $1',
      [(body as { code: string }).code],
    );
    expect(row).toEqual({ channel: 'api' });
    await by(key)
      .get(`/api/complaints/${(body as { code: string }).code}`)
      .expect(200);
    expect(await refusal(by(key).get('/api/cases'))).toEqual([403, 'key.not_allowed']);
  });

  it('reads figures of the city, or of its agency', async () => {
    const city = by((await make({ scopes: ['figures'] })).key);
    await city.get('/api/reports/overview').expect(200);
    const agency = by((await make({ scopes: ['figures'], agency: 'HAPULICO' })).key);
    expect(await refusal(agency.get('/api/reports/overview'))).toEqual([403, 'key.not_allowed']);
    const { body } = await agency
      .get('/api/deadlines/standing?from=2026-03-01T00:00:00Z&to=2026-03-11T00:00:00Z')
      .expect(200);
    expect(JSON.stringify(body)).not.toContain('EVNHANOI');
  });

  it('is held to its addresses', async () => {
    const { key } = await make({ ranges: ['203.0.113.0/24'] });
    expect(await refusal(by(key).get('/api/cases'))).toEqual([403, 'key.address_refused']);
    const near = await make({ ranges: ['203.0.113.0/24', '127.0.0.0/8'] });
    await by(near.key).get('/api/cases').expect(200);
  });

  it('is refused in both languages when it is unknown, ended or revoked', async () => {
    const { id: made, key } = await make({ validUntil: '2026-03-10T03:00:00Z' });
    await by(key).get('/api/cases').expect(200);
    world.time.advance({ hours: 1 });
    const { body } = await by(key).get('/api/cases').expect(401);
    expect(body).toMatchObject({ code: 'key.ended', detail: { vi: /hết hạn/, en: /expired/ } });
    const other = await make();
    await administrator.post(`/api/keys/${other.id}/revoke`).expect(204);
    expect(await refusal(by(other.key).get('/api/cases'))).toEqual([401, 'key.ended']);
    expect(await refusal(administrator.post(`/api/keys/${other.id}/revoke`))).toEqual([
      409,
      'key.ended_already',
    ]);
    const ended = await administrator.get('/api/keys?state=ended').expect(200);
    const states = (ended.body as { items: { id: string; state: string }[] }).items;
    expect(states.find((one) => one.id === made)?.state).toBe('expired');
    expect(states.find((one) => one.id === other.id)?.state).toBe('revoked');
  });

  it('is rotated: the old one lives on for its grace, then ends', async () => {
    const { id: made, key } = await make();
    const rotated = await administrator.post(`/api/keys/${made}/rotate`, { graceHours: 2 });
    const { key: next } = rotated.body as Given;
    await by(key).get('/api/cases').expect(200);
    await by(next).get('/api/cases').expect(200);
    world.time.advance({ hours: 2 });
    expect(await refusal(by(key).get('/api/cases'))).toEqual([401, 'key.ended']);
    await by(next).get('/api/cases').expect(200);
  });

  it('says when it was last used, to the minute', async () => {
    const { id: made, key } = await make();
    const used = async () =>
      ((await administrator.get(`/api/keys/${made}`)).body as { lastUsedAt: string }).lastUsedAt;
    await by(key).get('/api/cases').expect(200);
    const first = await used();
    expect(first).toBe(world.time.now().toISOString());
    world.time.advance({ minutes: 0.5 });
    await by(key).get('/api/cases').expect(200);
    expect(await used()).toBe(first);
    world.time.advance({ minutes: 1 });
    await by(key).get('/api/cases').expect(200);
    expect(await used()).toBe(world.time.now().toISOString());
  });

  it('has a limit of its own, and whoever tries keys has one too', async () => {
    const { key } = await make();
    const { id: made } = await make();
    await world.behind.query('delete from rate_limit');
    await by(key).get('/api/cases').expect(200);
    await world.behind.query('update rate_limit set points = 600');
    const { body } = await by(key).get('/api/cases').expect(429);
    expect(body).toMatchObject({ limit: 'key' });
    await administrator.get(`/api/keys/${made}`).expect(200);
    await world.behind.query('delete from rate_limit');
    expect(await refusal(by('dm_no').get('/api/cases'))).toEqual([401, 'key.unknown']);
    await world.behind.query('update rate_limit set points = 60');
    expect((await by('dm_no').get('/api/cases').expect(429)).body).toMatchObject({
      limit: 'key_unknown',
    });
    await world.behind.query('delete from rate_limit');
  });

  it('is refused with the field named', async () => {
    const wrong = async (more: object) =>
      (
        (await administrator.post('/api/keys', asked(more)).expect(400)).body as {
          errors: object[];
        }
      ).errors[0];
    expect(await wrong({ validUntil: '2020-01-01T00:00:00Z' })).toMatchObject({
      field: 'validUntil',
    });
    expect(await wrong({ agency: 'NOBODY' })).toMatchObject({ field: 'agency', code: 'unknown' });
    expect(await wrong({ scopes: ['everything'] })).toMatchObject({ field: 'scopes' });
    expect(await wrong({ ranges: ['10.1'] })).toMatchObject({ field: 'ranges' });
  });

  it('leaves every change in the audit log, without the key', async () => {
    const { id: made, key } = await make({ name: 'Ghi lại' });
    await administrator.post(`/api/keys/${made}/rotate`).expect(200);
    await administrator.post(`/api/keys/${made}/revoke`).expect(204);
    const { body } = await administrator.get('/api/audit?source=system').expect(200);
    const { items } = body as { items: { type: string; system: string; actor: string }[] };
    const own = items.filter(({ system }) => system === 'Ghi lại');
    expect(own.map(({ type }) => type)).toEqual(['key_revoked', 'key_rotated', 'key_made']);
    expect(own.every(({ actor }) => actor !== null)).toBe(true);
    expect(JSON.stringify(body)).not.toContain(key.slice(10));
  });
});

describe('the scopes', () => {
  it('give nothing that their role has not got, and no command on a case', () => {
    for (const name of keyScopeNames)
      for (const ofAgency of [true, false])
        for (const permission of keyScopes[name].permissions as readonly Permission[]) {
          expect(permission).not.toMatch(/^case\.(?!read)|manage|write|reveal|account/);
          const role = roleOfKey([name], ofAgency, permission);
          expect(role === null || isOpen(permission) || may(role, permission)).toBe(true);
        }
    expect(roleOfKey(['figures'], true, 'report.read')).toBeNull();
    expect(roleOfKey([], false, 'case.read')).toBeNull();
  });
});
