import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, photo, png } from './support/files.js';
import { keptFiles, stored } from './support/stored.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

const filed = (body: object, key: string) =>
  world.anyone.post('/api/complaints', body as Record<string, unknown>).set('idempotency-key', key);

const complaints = async () => (await stored(world))['complaint'] ?? 0;

describe('the same Idempotency-Key', () => {
  it('gives the same answer, and one complaint', async () => {
    const key = randomUUID();
    const first = await filed(streetLight(), key).expect(201);
    const before = await stored(world);
    world.time.advance({ hours: 20 });
    const again = await filed(streetLight(), key).expect(201);
    expect(again.body).toEqual(first.body);
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await stored(world)).toEqual(before);
  });

  it('does not mind the order of the fields or the form of the accents', async () => {
    const key = randomUUID();
    const { text, ...rest } = streetLight();
    const first = await filed({ text, ...rest }, key).expect(201);
    const again = await filed({ ...rest, text: text.normalize('NFD') }, key).expect(201);
    expect(again.body).toEqual(first.body);
  });

  it('sent fifty times at once makes one complaint and fifty equal answers', async () => {
    const key = randomUUID();
    const before = await complaints();
    const answers = await Promise.all(Array.from({ length: 50 }, () => filed(unclear(), key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    const fresh = answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined);
    expect(fresh).toHaveLength(1);
    expect(await complaints()).toBe(before + 1);
  }, 60_000);

  it('with another content is refused, at once and at the same time', async () => {
    const key = randomUUID();
    await filed(unclear(), key).expect(201);
    const other = await filed(unclear({ text: 'Một chuyện khác hẳn.' }), key).expect(422);
    expect(other.body.code).toBe('idempotency.other_request');
    expect(JSON.stringify(other.body)).not.toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);

    const contested = randomUUID();
    const texts = ['Một', 'Hai', 'Ba', 'Bốn'].map((word) => `${word} chuyện khác nhau.`);
    const before = await complaints();
    const answers = await Promise.all(texts.map((text) => filed(unclear({ text }), contested)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422]);
    expect(await complaints()).toBe(before + 1);
  });

  it('holds for photos too: by their content, not by their name', async () => {
    const key = randomUUID();
    const before = await stored(world);
    const send = (name: string, content: Buffer) =>
      filesWith(world, streetLight(), [{ name, content }], key);
    const first = await send('một.jpg', photo(1)).expect(201);
    const again = await send('hai.jpg', photo(1)).expect(201);
    expect(again.body).toEqual(first.body);
    await send('một.jpg', photo(2)).expect(422);
    const after = await stored(world);
    expect(after['attachment']).toBe(before['attachment']! + 1);
    expect(await keptFiles(world)).toHaveLength(before['files']! + 1);
  });

  it('sent ten times at once with photos makes one complaint', async () => {
    const key = randomUUID();
    const before = await complaints();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        filesWith(world, streetLight(), [{ name: 'a.png', content: png }], key),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    expect(await complaints()).toBe(before + 1);
  });

  it('is not taken by a filing that is refused', async () => {
    const key = randomUUID();
    await filed(unclear({ text: 'ngắn' }), key).expect(400);
    await filed(unclear(), key).expect(201);
  });

  it.each([
    ['longer than 255 characters', 'k'.repeat(256)],
    ['empty', ''],
  ])('%s is refused', async (_, key) => {
    const answer = await filed(unclear(), key).expect(400);
    expect(answer.body.errors[0]).toMatchObject({ field: 'Idempotency-Key' });
  });

  it('of 255 characters is taken', async () => {
    await filed(unclear(), 'k'.repeat(255)).expect(201);
  });
});
