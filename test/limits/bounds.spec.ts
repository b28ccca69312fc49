import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { sendRaw } from '../stories/support/files.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

const refusalOf = async (json: string) => {
  const { status, body } = await sendRaw(world, '/api/complaints', 'application/json', json);
  return [status, body.code];
};

/** A filing with something under a name that it has not, so that it is never taken. */
const holding = (more: string) => `{"text":"Mười ký tự là đủ.","x":${more}}`;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a request', () => {
  it('has a body of at most 256 kB', async () => {
    const filled = (bytes: number) => `{"text":"${'a'.repeat(bytes - 11)}"}`;
    expect(await refusalOf(filled(256 * 1024))).toEqual([400, 'request.invalid']);
    expect(await refusalOf(filled(256 * 1024 + 1))).toEqual([413, 'request.too_large']);
  });

  it('is at most 32 levels deep', async () => {
    expect(await refusalOf(holding(nested(31)))).toEqual([400, 'request.invalid']);
    expect(await refusalOf(holding(nested(33)))).toEqual([400, 'request.malformed']);
  });

  it('holds at most 1,000 values', async () => {
    const list = (count: number) => JSON.stringify(Array.from({ length: count }, () => 0));
    expect(await refusalOf(holding(list(990)))).toEqual([400, 'request.invalid']);
    expect(await refusalOf(holding(list(1000)))).toEqual([400, 'request.malformed']);
  });

  it('asks for one value by one name', async () => {
    const operator = await world.operator();
    for (const path of [
      '/api/cases?limit=1&status=new&limit=2',
      '/api/public/complaints?limit=1&limit=1',
    ]) {
      const { body } = await operator.get(path).expect(400);
      expect(body).toMatchObject({
        code: 'request.invalid',
        errors: [{ field: 'limit', code: 'duplicate' }],
      });
    }
    const long = 'n'.repeat(500);
    const { body } = await world.anyone.get(`/api/areas?${long}=1&${long}=2`).expect(400);
    expect(body.errors[0].field).toHaveLength(60);
  });

  it('asks for pages of at most 100', async () => {
    const operator = await world.operator();
    for (const path of ['/api/cases', '/api/public/complaints']) {
      await operator.get(`${path}?limit=100`).expect(200);
      for (const limit of ['101', '0', '-1', '1e9', 'all'])
        await operator.get(`${path}?limit=${limit}`).expect(400);
    }
  });

  it('has an address of at most 4,096 characters', async () => {
    const path = (length: number) => `/api/areas?x=${'a'.repeat(length - 13)}`;
    expect((await world.anyone.get(path(4096))).status).not.toBe(414);
    const { body } = await world.anyone.get(path(4097)).expect(414);
    expect(body.code).toBe('request.uri_too_long');
  });

  it('has lists that end', async () => {
    const operator = await world.operator();
    const { code } = await world.anyone.files(streetLight());
    const [item] = (await operator.lists(`?queue=all&q=${code}`)).items;
    const supporting = Array.from({ length: 11 }, () => 'UBND-00256');
    const answered = await operator.tells(item?.id ?? '', 'assign', { lead: 'HSDC', supporting });
    expect([answered.status, answered.body.errors]).toMatchObject([
      400,
      [{ field: 'supporting', code: 'arrayMaxSize' }],
    ]);
  });

  it('comes in time, or its connection is closed', () => {
    const server = world.app.getHttpServer() as Server & { maxHeaderSize?: number };
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 30_000]);
  });
});
