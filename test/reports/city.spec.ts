import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../world/world.js';
import { Lives, type Lived } from './support/lives.js';

let world: World;
let lived: Record<string, Lived>;

beforeAll(async () => {
  world = await World.start();
  lived = await Lives.tell(world);
}, 120_000);
afterAll(() => world.stop());

const whole = 'from=2026-03-10&to=2026-04-08';

async function read(path: string, login = 'lanh.dao') {
  return (await (await world.as(login)).get(`/api/reports/${path}`).expect(200)).body;
}

describe('x', () => {
  it('y', async () => {
    console.log(
      JSON.stringify(
        await read(`overview?${whole}`),
        (k, v) => (k === 'definition' ? undefined : v),
        1,
      ),
    );
    console.log(JSON.stringify((await read(`agencies?${whole}`)).items));
    console.log(JSON.stringify((await read(`heat?${whole}`)).items));
    console.log(JSON.stringify((await read(`trend?${whole}`)).items));
    const day = await read(`trend?by=day&${whole}`);
    console.log(JSON.stringify(day.items.filter((i) => i.received)));
    console.log(
      (await (await world.as('lanh.dao')).get(`/api/reports/agencies/csv?${whole}`)).text,
    );
    console.log(
      (await (await world.as('lanh.dao')).get(`/api/reports/cases/csv?figure=late_now`)).text,
    );
    expect(lived).toBeDefined();
  });
});
