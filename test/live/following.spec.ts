import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { files, filesSeveral, ids, opens, settle } from '../incidents/support/desk.js';
import { eventually } from '../platform/temporary.js';
import { keepSignedIn } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { LiveClient } from './live-client.js';

const LAMPS = 'HAPULICO';

let world: World;
let operator: Api;
let lamps: Api;
let officer: string;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
  lamps = await world.head(LAMPS);
  officer = await world.officerOf(LAMPS);
}, 60_000);
beforeEach(() => keepSignedIn(world));
afterAll(() => world.stop());

const never = (why: string): never => {
  throw new Error(why);
};

async function follows(code: string, since?: number): Promise<LiveClient> {
  const client = new LiveClient('/track', { code });
  client.since = since;
  await client.watch(world.url);
  return client;
}

const told = ({ messages }: LiveClient) =>
  messages.map(({ complaintId, summary }) => [complaintId, summary['vi']]);

describe('whoever follows by a code', () => {
  it('hears what happens to the complaint that goes ahead of theirs', async () => {
    const filed = await filesSeveral(world, ['a@example.org', 'b@example.org']);
    const incident = await opens(operator, ids(filed));
    await settle(world);
    const main = incident.main ?? '';
    const joined = filed.find(({ id }) => id !== main) ?? never('two were filed');
    const client = await follows(joined.code);
    await lamps.does(main, 'accept', { officer });
    await settle(world);
    const heard = [joined.id, 'Cơ quan đã nhận xử lý'];
    await eventually(async () => told(client).some((one) => String(one) === String(heard)));
    expect(new Set(told(client).map(([id]) => id))).toEqual(new Set([joined.id]));
    client.cut();
  });

  it('hears how what was split off goes on, live and after a cut, and nothing of staff in it', async () => {
    const one = await files(world, 'c@example.org');
    await lamps.does(one.id, 'accept', { officer });
    const client = await follows(one.code);
    await operator.does(one.id, 'split_off', { text: 'Ổ gà lớn trước số nhà 30, cùng chỗ.' });
    const child = (await operator.sees(one.id)).links[0]?.id ?? '';
    await operator.does(child, 'note', { text: 'Hỏi lại phường.' });
    await operator.does(child, 'assign', { lead: LAMPS });
    const step = 'Việc tách riêng: Đã chuyển đến cơ quan chủ trì';
    await eventually(async () => told(client).some(([, words]) => words === step));
    expect(told(client).every(([id]) => id === one.id)).toBe(true);
    expect(JSON.stringify(client.messages)).not.toContain(child);
    const again = await follows(one.code, client.messages[0]?.seq);
    expect(told(again)).toEqual(told(client).slice(1));
    client.cut();
    again.cut();
  });
});
