import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { eventually } from '../platform/temporary.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';

interface Said {
  caseId: string;
  people: { id: string; name: string; role: string; is: string }[];
  holder: string | null;
}

let world: World;
const open: Socket[] = [];

/** A page that is open somewhere: what it has been told of each case last. */
class Screen {
  readonly told = new Map<string, Said>();
  readonly taken: { caseId: string; by: { name: string } }[] = [];
  cut = false;

  private constructor(readonly socket: Socket) {}

  static async of(login: string | Promise<Api>): Promise<Screen> {
    const { cookie } = await (typeof login === 'string' ? world.as(login) : login);
    const socket = io(`${world.url}/staff`, {
      transports: ['websocket'],
      extraHeaders: { cookie },
      forceNew: true,
      reconnection: false,
    });
    open.push(socket);
    const screen = new Screen(socket);
    socket.on('presence', (said: Said) => screen.told.set(said.caseId, said));
    socket.on('taken', (over) => screen.taken.push(over));
    socket.on('disconnect', () => (screen.cut = true));
    await new Promise((resolve) => socket.on('ready', resolve));
    return screen;
  }

  says(word: string, caseId?: string): void {
    this.socket.emit(word, { caseId });
  }

  at(caseId: string): string[] {
    const said = this.told.get(caseId);
    return (said?.people ?? []).map(
      ({ id, role, is }) => `${role} ${is}${said?.holder === id ? ' holds' : ''}`,
    );
  }
}

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => world.stop());

const filed = async (what: Record<string, unknown> = unclear()) =>
  caseIdOf(world, (await world.anyone.files(what)).code);

describe('who is at a case', () => {
  it('is seen by those who may see the case, with whose turn it is to write', async () => {
    const id = await filed();
    const operator = await Screen.of('truc.tong.dai.1');
    const colleague = await Screen.of('truc.tong.dai.2');
    const supervisor = await Screen.of('giam.sat');
    operator.says('look', id);
    await eventually(async () => supervisor.at(id).length === 1);
    expect(supervisor.at(id)).toEqual(['operator looking']);
    operator.says('type', id);
    colleague.says('type', id);
    await eventually(async () => supervisor.at(id).length === 2);
    expect(supervisor.at(id)).toEqual(['operator typing holds', 'operator typing']);
    supervisor.says('take', id);
    await eventually(async () => operator.taken.length === 1);
    expect(operator.taken[0]?.by.name).toEqual(expect.any(String));
    expect(colleague.taken).toEqual([]);
    await eventually(async () => colleague.at(id).includes('supervisor typing holds'));
    supervisor.says('leave');
    await eventually(async () => colleague.at(id).length === 2);
    expect(colleague.at(id)).toContain('operator typing holds');
    operator.socket.disconnect();
    colleague.says('look', id);
    await eventually(async () => String(supervisor.at(id)) === 'operator looking');
    const late = await Screen.of('giam.sat');
    await eventually(async () => String(late.at(id)) === 'operator looking');
    colleague.says('look', await filed());
    await eventually(async () => supervisor.at(id).length === 0);
  });

  it('is not told to those who may not see it, nor may they say that they are there', async () => {
    const id = await filed(streetLight());
    const [operator, other, lead] = [
      await Screen.of('truc.tong.dai.1'),
      await Screen.of(world.head('EVNHANOI')),
      await Screen.of(world.head('HAPULICO')),
    ];
    other.says('look', id);
    other.says('take', id);
    operator.says('look', id);
    await eventually(async () => lead.at(id).length === 1);
    expect(operator.at(id)).toEqual(['operator looking']);
    expect(other.told.size).toBe(0);
    expect((await Screen.of(world.head('EVNHANOI'))).told.size).toBe(0);
  });

  it('is bounded: nonsense is not heard, a flood is cut', async () => {
    const operator = await Screen.of('truc.tong.dai.1');
    for (const what of [undefined, 'x', { caseId: 7 }, { caseId: 'x' }])
      operator.socket.emit('look', what);
    operator.socket.emit('look');
    expect(operator.cut).toBe(false);
    for (let said = 0; said < 100; said += 1) operator.says('leave');
    await eventually(async () => operator.cut);
  });
});
