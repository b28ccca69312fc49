import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../platform/temporary.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { closeScreens, Screen } from './screen.js';

let world: World;
const screenOf = async (login: string | Promise<Api>) => {
  const { cookie } = await (typeof login === 'string' ? world.as(login) : login);
  return Screen.at(world.url, cookie);
};

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterEach(closeScreens);
afterAll(() => world.stop());

const filed = async (what: Record<string, unknown> = unclear()) =>
  caseIdOf(world, (await world.anyone.files(what)).code);

describe('who is at a case', () => {
  it('is seen by those who may see the case, with whose turn it is to write', async () => {
    const id = await filed();
    const operator = await screenOf('truc.tong.dai.1');
    const colleague = await screenOf('truc.tong.dai.2');
    const supervisor = await screenOf('giam.sat');
    operator.says('look', id);
    await eventually(async () => supervisor.sees(id).length === 1);
    expect(supervisor.sees(id)).toEqual(['operator looking']);
    operator.says('type', id);
    colleague.says('type', id);
    await eventually(async () => supervisor.sees(id).length === 2);
    expect(supervisor.sees(id)).toEqual(['operator typing holds', 'operator typing']);
    supervisor.says('take', id);
    await eventually(async () => operator.taken.length === 1);
    expect(operator.taken[0]?.by.name).toEqual(expect.any(String));
    expect(colleague.taken).toEqual([]);
    await eventually(async () => colleague.sees(id).includes('supervisor typing holds'));
    supervisor.says('leave');
    await eventually(async () => colleague.sees(id).length === 2);
    expect(colleague.sees(id)).toContain('operator typing holds');
    operator.socket.disconnect();
    colleague.says('look', id);
    await eventually(async () => String(supervisor.sees(id)) === 'operator looking');
    const late = await screenOf('giam.sat');
    await eventually(async () => String(late.sees(id)) === 'operator looking');
    colleague.says('look', await filed());
    await eventually(async () => supervisor.sees(id).length === 0);
  });

  it('is not told to those who may not see it, nor may they say that they are there', async () => {
    const id = await filed(streetLight());
    const [operator, other, lead] = [
      await screenOf('truc.tong.dai.1'),
      await screenOf(world.head('EVNHANOI')),
      await screenOf(world.head('HAPULICO')),
    ];
    other.says('look', id);
    other.says('take', id);
    operator.says('look', id);
    await eventually(async () => lead.sees(id).length === 1);
    expect(operator.sees(id)).toEqual(['operator looking']);
    expect(other.told.size).toBe(0);
    expect((await screenOf(world.head('EVNHANOI'))).told.size).toBe(0);
  });

  it('is bounded: nonsense is not heard, a flood is cut', async () => {
    const operator = await screenOf('truc.tong.dai.1');
    for (const what of [undefined, 'x', { caseId: 7 }, { caseId: 'x' }])
      operator.socket.emit('look', what);
    operator.socket.emit('look');
    expect(operator.cut).toBe(false);
    for (let said = 0; said < 100; said += 1) operator.says('leave');
    await eventually(async () => operator.cut);
  });
});
