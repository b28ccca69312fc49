import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { Api } from '../world/api.js';
import { answer, caseIdOf, unclear } from '../world/complaints.js';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { World } from '../world/world.js';
import { keepSignedIn } from '../stories/support/events.js';
import { problemsOf } from './desk.js';

/** Filed, late in triage, assigned, asked, sent back, published, disputed, answered again and rated. */
async function fullLife(world: World, week: number): Promise<string> {
  world.time.set(new Date(Date.UTC(2026, 2, 10 + 7 * week, 2)));
  const { code } = await world.anyone.files(unclear());
  const id = await caseIdOf(world, code);
  const officer = await world.officerOf('HAPULICO');
  const filer = (name: string, body = {}) =>
    world.anyone.post(`/api/complaints/${code}/${name}`, body).expect(200);
  world.time.advance({ hours: 3 });
  await world.fireTimers();
  // Signed in anew for every life: sessions end while the clock is moved.
  const [operator, head] = [new Api(world.url), new Api(world.url)];
  await operator.signIn('truc.tong.dai.1', DEMO_PASSWORD);
  await head.signIn('hapulico.thu.truong', DEMO_PASSWORD);
  await keepSignedIn(world);
  await operator.does(id, 'classify', { category: 'CS-01' });
  await operator.does(id, 'assign', { lead: 'HAPULICO' });
  await head.does(id, 'accept', { officer });
  await head.does(id, 'ask', { text: 'Đoạn nào ạ?' });
  world.time.advance({ hours: 5 });
  await filer('messages', { text: 'Từ số 20 đến số 48.' });
  await head.does(id, 'answer', answer);
  await operator.does(id, 'send_back', { text: 'Thiếu thời điểm.' });
  await head.does(id, 'note', { text: 'Đã gọi đội sửa chữa.' });
  await head.does(id, 'answer', answer);
  await operator.does(id, 'publish');
  await filer('reopen', { text: 'Vẫn tối như cũ.' });
  await head.does(id, 'accept', { officer });
  await head.does(id, 'answer', answer);
  await operator.does(id, 'publish');
  await filer('rating', { score: 5, text: 'Cảm ơn.' });
  return id;
}

describe('verify-log', () => {
  let world: World;
  let id: string;
  let numbers: Map<string, number>;
  let lives = 0;

  beforeAll(async () => {
    world = await World.start();
    await renew();
  }, 60_000);
  afterAll(() => world.stop());

  const change = (statement: string, ...parameters: unknown[]) =>
    world.behind.query(statement, [id, ...parameters]);
  const found = async () =>
    (await problemsOf(world.behind)).filter((problem) => problem.complaintId === id);
  /** The number of the first event of a type. */
  const first = (type: string) => numbers.get(type)!;

  async function renew() {
    id = await fullLife(world, (lives += 1));
    const rows = await world.behind.query<{ type: string; number: number }[]>(
      'select type, min(number) as number from complaint_event where complaint_id = $1 group by type',
      [id],
    );
    numbers = new Map(rows.map(({ type, number }) => [type, number]));
  }

  it('finds nothing in a full life', async () => {
    expect(numbers.size).toBeGreaterThan(12);
    expect(await problemsOf(world.behind)).toEqual([]);
  });

  it('finds a changed column of the row', async () => {
    await change(`update complaint set lead = 'EVNHANOI' where id = $1`);
    expect(await found()).toEqual([
      { complaintId: id, number: first('assigned'), kind: 'row.changed', what: 'lead' },
    ]);
    await change(
      `update complaint set lead = 'HAPULICO', due_at = due_at + interval '1 day' where id = $1`,
    );
    expect(await found()).toMatchObject([{ kind: 'row.changed', what: 'dueAt' }]);
    await change(`update complaint set due_at = due_at - interval '1 day' where id = $1`);
    expect(await found()).toEqual([]);
  });

  it('finds a changed text of the filer', async () => {
    await change(`update complaint set text = text || ' ' where id = $1`);
    expect(await found()).toEqual([{ complaintId: id, number: 1, kind: 'text.changed' }]);
    await change(`update complaint set text = rtrim(text) where id = $1`);
  });

  it('finds a changed, a lost and an added message', async () => {
    const number = first('question_asked');
    await change(
      `update message set text = 'Đoạn nào?' where complaint_id = $1 and number = $2`,
      number,
    );
    expect(await found()).toEqual([{ complaintId: id, number, kind: 'message.changed' }]);
    await change('update message set number = 999 where complaint_id = $1 and number = $2', number);
    expect(await found()).toEqual([
      { complaintId: id, number, kind: 'message.missing' },
      { complaintId: id, number: 999, kind: 'message.unexpected' },
    ]);
    await change(
      `update message set number = $2, text = 'Đoạn nào ạ?' where complaint_id = $1 and number = 999`,
      number,
    );
    await change(
      `update message set parts = jsonb_set(parts, '{done}', '"Xong."') where complaint_id = $1 and number = $2`,
      first('answered'),
    );
    expect(await found()).toEqual([
      { complaintId: id, number: first('answered'), kind: 'message.parts' },
    ]);
  });

  it('finds a changed clock', async () => {
    await renew();
    await change(
      `update clock set due_at = due_at + interval '1 hour' where complaint_id = $1 and id = 'acceptance#1'`,
    );
    expect(await found()).toEqual([
      {
        complaintId: id,
        number: first('accepted'),
        kind: 'clock.changed',
        what: 'acceptance#1.dueAt',
      },
    ]);
    await change(`delete from clock where complaint_id = $1 and id = 'acceptance#1'`);
    expect(await found()).toMatchObject([{ kind: 'clock.missing', what: 'acceptance#1' }]);
  });

  it('finds a changed event, and the row that no longer follows from it', async () => {
    await renew();
    await change(
      `update complaint_event set data = jsonb_set(data, '{to}', '[]') where complaint_id = $1 and number = $2`,
      first('breached'),
    );
    expect(await found()).toEqual([
      { complaintId: id, number: first('breached'), kind: 'event.hash' },
    ]);
  });

  it.each(['at', 'actor', 'clocks', 'agencies', 'hash'])('finds a changed %s', async (column) => {
    await renew();
    const values: Record<string, string> = {
      at: `at + interval '1 ms'`,
      actor: `'{"kind": "filer"}'`,
      clocks: `'[]'`,
      agencies: `'{EVNHANOI}'`,
      hash: `repeat('0', 64)`,
    };
    const number = first('accepted');
    await change(
      `update complaint_event set ${column} = ${values[column]} where complaint_id = $1 and number = $2`,
      number,
    );
    expect(await found()).toContainEqual({ complaintId: id, number, kind: 'event.hash' });
  });

  it('finds a deleted event, in the middle and at the end', async () => {
    await renew();
    const number = first('question_asked');
    await change('delete from complaint_event where complaint_id = $1 and number = $2', number);
    expect(await found()).toEqual([
      { complaintId: id, number, kind: 'event.missing' },
      { complaintId: id, number, kind: 'message.unexpected' },
    ]);
    await renew();
    await change(
      'delete from complaint_event where complaint_id = $1 and number = $2',
      first('closed'),
    );
    expect(await found()).toEqual([
      { complaintId: id, number: first('closed'), kind: 'event.missing' },
    ]);
  });

  it('finds a photo that nobody has filed', async () => {
    await renew();
    const file = 'f'.repeat(64);
    await change(
      `insert into attachment (id, complaint_id, name, type, bytes, sha256, added_at)
       values (gen_random_uuid(), $1, 'a.jpg', 'image/jpeg', 1, $2, now())`,
      file,
    );
    expect(await found()).toEqual([
      { complaintId: id, number: null, kind: 'file.unexpected', what: file },
    ]);
    await change('delete from attachment where complaint_id = $1');
  });

  it('finds two events that changed places', async () => {
    await renew();
    const number = first('accepted');
    const swap = 'update complaint_event set number = $3 where complaint_id = $1 and number = $2';
    await change(swap, number, -1);
    await change(swap, number + 1, number);
    await change(swap, -1, number + 1);
    expect(await found()).toContainEqual({ complaintId: id, number, kind: 'event.swapped' });
    expect((await found()).filter(({ kind }) => kind.startsWith('event.'))).toHaveLength(1);
  });

  it('ends with 1 when something is wrong, with 0 when one complaint is right', async () => {
    const run = promisify(execFile);
    const verb = (...args: string[]) =>
      run(process.execPath, [join(projectRoot(), 'dist/src/cli.js'), 'verify-log', ...args], {
        env: { DATABASE_URL: world.database.owner.url, DATA_DIR: world.config.dataDir },
      });
    await expect(verb()).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`✗ ${id} #${first('accepted')} event.swapped`),
    });
    await renew();
    expect((await verb('--id', id)).stdout).toContain('1 complaints');
    await expect(verb('--id', 'x')).rejects.toMatchObject({ code: 1 });
  }, 60_000);
});
