import { BareServer } from './support/bare/bare.js';
import { pgbench } from './support/bare/pgbench.js';
import { makeTables } from './support/bare/tables.js';
import { BenchWorld } from './support/bench-world.js';
import { median, rounded, summary, tell } from './support/figures.js';
import { post, type Loaded } from './support/load.js';
import { Replica } from './support/replica.js';

const ROUNDS = 3;
const SECONDS = 5;
const FEW = 8;
const MANY = 128;
const HALF_LOAD_SECONDS = 60;
/** Filings between which the program's memory is held. */
const LONG = 200_000;

const street =
  'buổi tối người già và trẻ em đi lại rất nguy hiểm, xe máy đã suýt va vào nhau mấy lần, ';
const body = (number: number) =>
  JSON.stringify({
    category: 'CS-01',
    text: `Đèn đường phố Hòa Mã đoạn từ số ${number} không sáng 3 hôm nay, ${street}đề nghị sớm kiểm tra và thay bóng giúp bà con trong ngõ.`,
    place: { point: { lat: 21.0152, lon: 105.8545 }, address: 'Phố Hòa Mã' },
    answers: { seen_at: '2026-11-09T19:40:00+07:00', extent: 'several' },
  });

const world = await BenchWorld.open();
await makeTables(world.sql);
const bare = await BareServer.start(world.databaseUrl);
const replica = await Replica.start(world);
const ours = `${replica.url}/api/complaints`;
const at = (url: string, connections: number, seconds = SECONDS, rate?: number) =>
  post(url, { connections, seconds, body, ...(rate !== undefined && { rate }) });
const filings = () => world.number('select count(*) n from complaint');

try {
  for (const url of [bare.url, ours]) await at(url, FEW);
  const limits: number[] = [];
  const few: Loaded[] = [];
  const many: Loaded[] = [];
  const bares: Loaded[] = [];
  const before = await filings();
  for (let round = 0; round < ROUNDS; round += 1) {
    const limit = await pgbench(world.databaseUrl, FEW, SECONDS);
    if (limit !== null) limits.push(limit);
    bares.push(await at(bare.url, FEW));
    few.push(await at(ours, FEW));
    many.push(await at(ours, MANY));
  }
  const answered = [...few, ...many].reduce((sum, { done }) => sum + done, 0);
  const kept = (await filings()) - before;
  // What was under way when the time was over is kept without having been counted as answered.
  if (kept < answered) throw new Error(`${answered} answered, ${kept} kept`);
  const rate = (runs: Loaded[]) => summary(runs.map(({ perSecond }) => perSecond));
  const p99 = (runs: Loaded[]) => rounded(median(runs.map((run) => run.p99)), 1);
  const figures = {
    unit: 'filings/s',
    limit: limits.length > 0 ? summary(limits) : null,
    bare: rate(bares),
    few: rate(few),
    many: rate(many),
    ofLimit: limits.length > 0 ? rounded(rate(few).median / median(limits), 2) : null,
    ofBare: rounded(rate(few).median / rate(bares).median, 2),
    manyOverFew: rounded(rate(many).median / rate(few).median, 2),
    p99: { few: p99(few), bare: p99(bares), ratio: rounded(p99(few) / p99(bares), 2) },
  };
  tell(
    'filing',
    figures,
    `filing at ${FEW} connections: ${figures.few.median}/s, ${figures.ofLimit ?? '–'} of pgbench's one statement ` +
      `(${figures.limit?.median ?? 'not at hand'}/s), ${figures.ofBare} of a bare server (${figures.bare.median}/s); ` +
      `at ${MANY}: ${figures.many.median}/s, ${figures.manyOverFew} times as many; ` +
      `p99 ${figures.p99.few} ms, ${figures.p99.ratio} times the bare server's`,
  );
  const half = await at(ours, FEW, HALF_LOAD_SECONDS, Math.floor(figures.few.median / 2));
  tell(
    'filing-tail',
    {
      unit: 'ms',
      worst: rounded(half.max, 1),
      p99: rounded(half.p99, 1),
      limit: 50,
      ratio: rounded(half.max / 50, 2),
    },
    `worst of ${half.done} filings in ${HALF_LOAD_SECONDS} s at half load: ${rounded(half.max, 1)} ms`,
  );
  if (process.env['BENCH_LONG']) {
    const start = await replica.memory();
    for (let done = 0; done < LONG;) done += (await at(ours, MANY, 20)).done;
    const end = await replica.memory();
    tell(
      'filing-memory',
      { unit: 'MB', start, end, ratio: rounded(end / start, 2) },
      `memory over ${LONG} filings: ${start} to ${end} MB`,
    );
  }
} finally {
  await replica.end('SIGTERM');
  await bare.end();
  await world.close();
}
