import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Log } from '../../src/platform/logging/log.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, pdf, png } from '../stories/support/files.js';
import { stored } from '../stories/support/stored.js';
import { lake, outside, photoOf } from './support/pictures.js';

const lines: string[] = [];
let world: World;
beforeAll(async () => {
  world = await World.start({}, new Log('trace', { write: (line: string) => lines.push(line) }));
}, 60_000);
afterAll(() => world.stop());

const asks = (content: Buffer, field = 'file') =>
  request(world.url).post('/api/photos/place').attach(field, content, 'ảnh.jpg');

const taken = '2026:03:09 19:40:00';

describe('the place of a photo', () => {
  it('is told with its ward and the time, and nothing is kept', async () => {
    const before = await stored(world);
    const { body } = await asks(await photoOf({ at: lake, taken })).expect(200);
    expect(body).toEqual({
      point: lake,
      ward: expect.stringMatching(/^\d{5}$/),
      takenAt: '2026-03-09T12:40:00Z',
    });
    expect(await stored(world)).toEqual(before);
  });

  it('knows the zone of a camera that says it', async () => {
    const { body } = await asks(await photoOf({ taken, offset: '+02:00' })).expect(200);
    expect(body).toEqual({ point: null, ward: null, takenAt: '2026-03-09T17:40:00Z' });
  });

  it('is not told outside the city, nor when there is none', async () => {
    for (const photo of [await photoOf({ at: outside }), await photoOf({}), png])
      expect((await asks(photo).expect(200)).body).toEqual({
        point: null,
        ward: null,
        takenAt: null,
      });
    const impossible = await photoOf({ taken: '2026:13:45 99:99:99' });
    expect((await asks(impossible).expect(200)).body.takenAt).toBeNull();
  });

  it('is asked with one photo and nothing else', async () => {
    const before = await stored(world);
    const photo = await photoOf({ at: lake });
    await world.anyone.post('/api/photos/place', {}).expect(415);
    expect((await asks(pdf).expect(415)).body.errors[0].field).toBe('file');
    expect((await asks(photo, 'files').expect(400)).body.errors[0].field).toBe('files');
    expect((await asks(photo.subarray(0, 100)).expect(400)).body.errors[0]).toMatchObject({
      field: 'file',
      code: 'unreadable',
    });
    const two = await asks(photo).attach('file', photo, 'hai.jpg').expect(400);
    expect(two.body.errors[0].code).toBe('too_many');
    const none = request(world.url).post('/api/photos/place').field('x', 'y');
    await none.expect(400);
    expect(await stored(world)).toEqual(before);
  });
});

describe('a filing that needs a place', () => {
  const placeless = streetLight({ place: undefined });

  it('is offered the first one in its photos', async () => {
    const before = await stored(world);
    const photos = [await photoOf({}), await photoOf({ at: outside }), await photoOf({ at: lake })];
    const files = photos.map((content, at) => ({ name: `${at}.jpg`, content }));
    const { body } = await filesWith(world, placeless, files).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'place', code: 'required' })]);
    expect(body.offer).toEqual({ place: { point: lake, ward: expect.any(String) } });
    expect(await stored(world)).toEqual(before);
    const { point } = body.offer.place as { point: typeof lake };
    await filesWith(world, streetLight({ place: { point } }), files).expect(201);
  });

  it('is offered nothing when no photo names one, or another field is wrong', async () => {
    const plain = await filesWith(world, placeless, [{ name: 'a.png', content: png }]).expect(400);
    expect(plain.body.offer).toBeUndefined();
    const named = [{ name: 'a.jpg', content: await photoOf({ at: lake }) }];
    const other = await filesWith(world, streetLight({ answers: {} }), named).expect(400);
    expect(other.body.offer).toBeUndefined();
  });
});

it('leaves no coordinate in the log', () => {
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.join('')).toContain('"route":"/api/photos/place"');
  expect(lines.join('')).not.toMatch(/21\.02|105\.85|16\.46|107\.59/);
});
