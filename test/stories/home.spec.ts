import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MOST_COMMON } from '../../src/pages/citizen/home/common.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

/** What the first page offers, in its order. */
const offered = async () => {
  const html = await (await fetch(world.url)).text();
  return [...html.matchAll(/href="\/file\?category=([^"]+)"/g)].map((found) => found[1]);
};

it('offers one of each group where nothing was filed, then what people file most', async () => {
  const empty = await offered();
  expect(empty).toHaveLength(MOST_COMMON);
  const groups = empty.map((code = '') => code.split('-')[0]);
  expect(new Set(groups).size).toBe(MOST_COMMON);

  const answers = { seen_at: '2026-03-09T19:40:00+07:00', size: 'nửa mét', lane: 'giữa' };
  const pothole = { category: 'GT-01', text: 'Ổ gà sâu giữa đường.', answers };
  for (let times = 0; times < 2; times += 1) await world.anyone.files(streetLight());
  await world.anyone.files(streetLight(pothole));
  expect(await offered()).toEqual(empty);
  world.time.advance({ minutes: 10 });
  const counted = await offered();
  expect(counted.slice(0, 2)).toEqual(['CS-01', 'GT-01']);
  expect(counted).toHaveLength(MOST_COMMON);
  expect(new Set(counted).size).toBe(MOST_COMMON);
});
