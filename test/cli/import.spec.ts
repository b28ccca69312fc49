import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importFile, type ImportOptions } from '../../src/cli/import.js';
import { importSummary } from '../../src/cli/import-summary.js';
import { openDesk, problemsOf, type TestDesk } from './desk.js';
import { badLines, line, writeCsv } from './la311-file.js';

const types = ['Bulky Items', 'Graffiti Removal', 'Other', 'Single Streetlight Issue'];

/** 44 good rows of all sorts, with the bad ones among them. */
const good = Array.from({ length: 44 }, (_, at) =>
  line(`G-${String(at + 1).padStart(3, '0')}`, {
    RequestType: types[at % types.length]!,
    NC: ['55', '4', '21', ''][at % 4]!,
    ...(at % 11 === 10 && { Status: at === 10 ? 'Referred Out' : 'Cancelled' }),
  }),
);
const bad = badLines.map(([text]) => text);
const lines = [...good.slice(0, 20), ...bad.slice(0, 9), ...good.slice(20), ...bad.slice(9)];

interface LoggedRow {
  type: string;
  at: Date;
  data: Record<string, unknown>;
  actor: Record<string, unknown>;
}

describe('import', () => {
  let desk: TestDesk;
  let file: string;
  const silent = () => ({ at: () => undefined, end: () => undefined });
  const bringIn = (options: Partial<ImportOptions> = {}, from = file) =>
    importFile(desk, from, { format: 'la311', ...options }, silent);
  const one = async <T>(statement: string, ...parameters: unknown[]): Promise<T> =>
    (await desk.source.query<T[]>(statement, parameters))[0]!;
  const logOf = (ref: string) =>
    desk.source.query<LoggedRow[]>(
      `select e.type, e.at, e.data, e.actor from complaint_event e join complaint c on c.id = e.complaint_id
       where c.source_ref = $1 order by e.number`,
      [ref],
    );

  beforeAll(async () => {
    desk = await openDesk();
    file = join(desk.config.dataDir, 'requests.csv');
    await writeCsv(file, lines);
  });
  afterAll(() => desk.clear());

  it('brings the good rows in and tells of each bad one by line and reason', async () => {
    const done = await bringIn();
    const told = (await readFile(done.rejects, 'utf8')).trim().split('\n').slice(1);
    const expected = badLines.map(([text, code]) => `${lines.indexOf(text) + 2},${code}`);
    const places = told.map((text) => text.split(',')).map(([at, , code]) => `${at},${code}`);
    expect(places.toSorted()).toEqual(expected.toSorted());
    expect(done).toMatchObject({ added: 44, alreadyThere: 0, rejected: bad.length });
    expect(told.find((text) => text.includes('B-04'))).toContain('closed before it was created');
  });

  it('adds nothing the second time', async () => {
    const before = await one('select count(*) from complaint_event');
    expect(await bringIn()).toMatchObject({
      added: 0,
      alreadyThere: 44,
      rejected: bad.length,
    });
    expect(await one('select count(*) from complaint_event')).toEqual(before);
  });

  it('lets each request live at its own times, with the steps of its deadlines', async () => {
    const slow = join(desk.config.dataDir, 'slow.csv');
    await writeCsv(slow, [line('L-1', { ClosedDate: '01/16/2018 09:30:00 AM' })]);
    await bringIn({}, slow);
    const log = await logOf('L-1');
    const types = log.map(({ type }) => type);
    expect(types.filter((type) => !/warned|breached|escalated/.test(type))).toEqual([
      'filed',
      'assigned',
      'accepted',
      'answered',
      'published',
      'closed',
    ]);
    expect(log[0]!.at.toISOString()).toBe('2018-01-02T16:00:00.000Z');
    expect(log.at(-1)!.at.toISOString()).toBe('2018-01-16T17:30:00.000Z');
    const times = log.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const breach = log.find(({ type }) => type === 'breached')!;
    const due = String(breach.data['dueAt']);
    expect(breach.at.toISOString()).toBe(due);
    // A date that the breach promises counts from the breach, not from the end of the request.
    expect(Date.parse(String(breach.data['newDate'])) - Date.parse(due)).toBeLessThan(
      7 * 86_400_000,
    );
    expect(types.indexOf('warned')).toBeLessThan(types.indexOf('breached'));
  });

  it('keeps what the row says, the answer and the work for the search, and sends no mail', async () => {
    const row = await one<Record<string, unknown>>(
      `select * from complaint where source = 'la311' and source_ref = 'G-001'`,
    );
    expect(row).toMatchObject({
      status: 'closed',
      closed_for: 'done',
      category: 'VS-01',
      ward: '00070',
      channel: 'hotline',
      address: '12 N MADE UP ST, 90000',
      lead: 'URENCO',
      next_at: null,
    });
    const message = await one<{ parts: object }>(
      'select parts from message where complaint_id = $1',
      row['id'],
    );
    expect(message.parts).toMatchObject({ done: expect.any(String), finding: expect.any(String) });
    const outbox = await desk.source.query<{ channel: string }[]>(
      'select distinct channel from outbox',
    );
    expect(outbox).toEqual([{ channel: 'search' }]);
  });

  it('rejects what came to nothing, and names an agency where the rules name none', async () => {
    const [filed, ...later] = await logOf('G-011');
    expect(filed).toMatchObject({ type: 'filed', at: new Date('2018-01-02T16:00:00Z') });
    expect(later.pop()).toMatchObject({ type: 'rejected', data: { reason: 'not_competent' } });
    expect(later.map(({ type }) => type)).toEqual(['warned', 'breached', 'escalated', 'escalated']);
    const other = await logOf('G-003');
    expect(other.find(({ type }) => type === 'assigned')).toMatchObject({ data: { lead: 'VPUB' } });
  });

  it('sums up by agency and status', async () => {
    const summary = await importSummary(desk, 'la311');
    expect(summary[0]).toMatch(/Kết thúc +Không tiếp nhận +Tổng/);
    expect(summary.at(-1)).toMatch(/^Tổng \/ all +41 +4 +45$/);
  });

  it('leaves a log that holds', async () => {
    expect(await problemsOf(desk.source)).toEqual([]);
  });

  it('adds each once when two imports run at the same time', async () => {
    const twice = join(desk.config.dataDir, 'twice.csv');
    await writeCsv(
      twice,
      Array.from({ length: 30 }, (_, at) => line(`T-${at}`)),
    );
    const both = await Promise.all([bringIn({}, twice), bringIn({ rejects: `${twice}.2` }, twice)]);
    expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(30);
    expect(both.reduce((sum, { alreadyThere }) => sum + alreadyThere, 0)).toBe(30);
  });

  it('takes no more rows than it is told to', async () => {
    const many = join(desk.config.dataDir, 'many.csv');
    await writeCsv(
      many,
      Array.from({ length: 9 }, (_, at) => line(`M-${at}`)),
    );
    expect(await bringIn({ limit: 4 }, many)).toMatchObject({ added: 4 });
  });

  it('says in one line what is wrong with the file or the format', async () => {
    const empty = join(desk.config.dataDir, 'empty.csv');
    const other = join(desk.config.dataDir, 'other.csv');
    await writeFile(empty, '');
    await writeFile(other, 'a,b\n1,2\n');
    await expect(bringIn({}, join(desk.config.dataDir, 'none.csv'))).rejects.toThrow(/no file/);
    await expect(bringIn({}, empty)).rejects.toThrow(/no header.*SRNumber/);
    await expect(bringIn({}, other)).rejects.toThrow(/no header.*SRNumber/);
    await expect(bringIn({ format: 'nope' })).rejects.toThrow(/no format/);
    await expect(bringIn({ format: '../city' })).rejects.toThrow(/not a name/);
  });
});
