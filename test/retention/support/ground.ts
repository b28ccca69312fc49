import type { DataSource } from 'typeorm';
import { City } from '../../../src/catalog/city.js';
import { anonymise, type Anonymised } from '../../../src/cli/anonymise.js';
import { filesWith, png } from '../../stories/support/files.js';
import { keepSignedIn } from '../../stories/support/events.js';
import { caseIdOf } from '../../world/complaints.js';
import { openSource } from '../../world/database.js';
import type { World } from '../../world/world.js';

/** Words that stand nowhere but in what people wrote; the searches are for each of them. */
export const planted = {
  text: 'zqtext',
  address: 'zqaddress',
  answer: 'zqcustomer',
  file: 'zqfile',
  note: 'zqnote',
  question: 'zqquestion',
  reply: 'zqreply',
  finding: 'zqfinding',
  done: 'zqdone',
  basis: 'zqbasis',
  rating: 'zqrating',
};

const bill = {
  category: 'DIEN-03',
  text: `Hóa đơn của bà ${planted.text} sai.`,
  place: { point: { lat: 21.01523, lon: 105.85457 }, address: `Số 7 ngõ ${planted.address}` },
  answers: { customer_code: planted.answer, billing_period: '2026-02' },
  filer: { name: 'Nguyễn An', phone: '0900000001' },
};

export interface Life {
  code: string;
  id: string;
}

/** Filed with a photo, asked, answered with all parts, published and rated to its end. */
export async function fullLife(world: World): Promise<Life> {
  const photo = { name: `${planted.file}.png`, content: png };
  const { code } = (await filesWith(world, bill, [photo]).expect(201)).body as { code: string };
  const id = await caseIdOf(world, code);
  await world.deliver();
  const [operator, head] = [await world.operator(), await world.head('EVNHANOI')];
  const { lead } = await operator.sees(id);
  if (lead === null) await operator.does(id, 'assign', { lead: 'EVNHANOI' });
  await keepSignedIn(world);
  await head.does(id, 'accept', { officer: await world.officerOf('EVNHANOI') });
  await head.does(id, 'note', { text: `Gọi cho ${planted.note}.` });
  await head.does(id, 'ask', { text: `Có phải ${planted.question} không?` });
  await world.anyone.post(`/api/complaints/${code}/messages`, { text: planted.reply }).expect(200);
  await head.does(id, 'answer', {
    finding: `Đúng: ${planted.finding}`,
    done: `Đã sửa: ${planted.done}`,
    basis: planted.basis,
  });
  await operator.does(id, 'publish');
  await world.anyone
    .post(`/api/complaints/${code}/rating`, { score: 4, text: planted.rating })
    .expect(200);
  return { code, id };
}

/** Everything the database holds, row by row; the demo's mailbox stands for the mailboxes of people. */
export async function dump(world: World): Promise<string> {
  const tables = await world.behind.query<{ name: string }[]>(
    `select tablename as name from pg_tables
     where schemaname = 'dau_moi' and tablename <> 'kept_mail' order by 1`,
  );
  const all: string[] = [];
  for (const { name } of tables) {
    const rows = await world.behind.query<{ row: string }[]>(
      `select t::text as row from "${name}" t`,
    );
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all.join('\n');
}

/** The planted words that a dump has. */
export const wordsIn = (text: string) =>
  Object.values(planted).filter((word) => text.includes(word));

/** What reports count. */
export function statistics(world: World): Promise<unknown[]> {
  return world.behind.query(
    `select c.category, c.ward, c.kind, c.urgency, c.status, c.channel, c.lead, c.supporting,
       c.rating, c.returns, c.reopens, c.closed_for, c.rejected_for,
       date_trunc('month', c.filed_at) as month, count(*)::int as cases,
       array_agg(c.due_at order by c.id) as due, array_agg(c.ended_at order by c.id) as ended,
       (select json_agg(k order by k.complaint_id, k.id) from clock k
         where k.complaint_id = any(array_agg(c.id))) as clocks
     from complaint c group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 order by 1, 2, 14`,
  );
}

const quiet = () => ({ at: () => undefined, end: () => undefined });

/** The verb, under the role of the program and the clock of the story. */
export class Verb {
  private constructor(
    private readonly world: World,
    readonly source: DataSource,
    private readonly city: City,
  ) {}

  static async open(world: World): Promise<Verb> {
    const source = await openSource(world.database.address);
    return new Verb(world, source, await City.load(source));
  }

  run(
    options: Parameters<typeof anonymise>[1] = {},
    at: (done: number) => void = () => undefined,
    signal = new AbortController().signal,
  ): Promise<Anonymised> {
    const { source, city, world } = this;
    return anonymise({ source, city, signal }, options, world.time, () => ({ ...quiet(), at }));
  }

  async dueNow(): Promise<Record<string, number>> {
    const { due } = await this.run({ dryRun: true });
    return Object.fromEntries(due.map(({ category, count }) => [String(category), count]));
  }
}
