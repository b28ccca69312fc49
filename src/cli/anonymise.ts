import { Refusal } from '#lifecycle';
import type { Command } from 'commander';
import { DateTime } from 'luxon';
import { Anonymiser, retention } from '../complaints/anonymiser.js';
import { Commands } from '../complaints/commands.js';
import { Ledger } from '../complaints/ledger.js';
import { RetentionDue, type Due, type Ended } from '../complaints/retention-due.js';
import { StartError } from '../platform/config/start-error.js';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import { withDatabase, type Desk } from './database.js';
import { progress } from './progress.js';
import { figure, pace, say, tell } from './say.js';

const BATCH = 100;

interface Options {
  /** Only tells what is due. */
  dryRun?: boolean;
  /** A day of the city: only what ended before it. */
  before?: string;
}

export interface Anonymised {
  due: Due[];
  done: number;
  finished: boolean;
}

/** The first instant of a day of the city. @throws StartError */
function beginningOf(day: string, zone: string): Date {
  const at = DateTime.fromFormat(day, 'yyyy-MM-dd', { zone });
  if (!at.isValid)
    throw new StartError(
      `--before ${day} không phải ngày dạng 2026-12-31`,
      `--before ${day} is not a day like 2026-12-31`,
    );
  return at.toJSDate();
}

/** Makes every complaint anonymous whose time is over, each in a transaction of its own; run again, it goes on. */
export async function anonymise(
  { source, city, signal }: Pick<Desk, 'source' | 'city' | 'signal'>,
  { dryRun = false, before }: Options = {},
  time = new Time(),
  show = progress,
): Promise<Anonymised> {
  const until = before === undefined ? null : beginningOf(before, city.card.timeZone);
  const door = new Door(source);
  const ledger = new Ledger(source, city);
  const commands = new Commands(door, ledger, city, time);
  const log = new Log('silent');
  const anonymiser = new Anonymiser(door, ledger, commands, city, time, log);
  const finder = new RetentionDue(door, city, time);
  const due = await finder.count(until);
  const total = due.reduce((sum, { count }) => sum + count, 0);
  if (dryRun) return { due, done: 0, finished: true };
  const bar = show('anonymise', total);
  let done = 0;
  for (const one of due) {
    let after: Ended | null = null;
    for (;;) {
      const batch: Ended[] = await finder.batch(one, BATCH, after);
      if (batch.length === 0) break;
      for (const { id } of batch) {
        if (signal.aborted) return { due, done, finished: false };
        if (await removed(anonymiser, id)) bar.at((done += 1));
      }
      after = batch.at(-1)!;
    }
  }
  bar.end();
  return { due, done, finished: true };
}

/** False for one that was reopened or made anonymous by another meanwhile. */
async function removed(anonymiser: Anonymiser, id: string): Promise<boolean> {
  try {
    await anonymiser.anonymise({ id, actor: retention, ground: 'retention' });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Adds `anonymise` to the program. */
export function addAnonymise(program: Command): void {
  program
    .command('anonymise')
    .description('Ẩn danh hồ sơ đã hết thời gian lưu / make cases anonymous after their time')
    .option('--dry-run', 'chỉ đếm, không đổi gì / count, change nothing')
    .option('--before <date>', 'chỉ hồ sơ kết thúc trước ngày này / ended before this day only')
    .action((options: Options) =>
      withDatabase(async (desk) => {
        const since = performance.now();
        const { due, done, finished } = await anonymise(desk, options);
        for (const { category, count } of due)
          tell(
            `${category ?? '(chưa phân loại / none)'}  ${figure(count)}  (${desk.city.retentionOf(category)})`,
          );
        const total = due.reduce((sum, { count }) => sum + count, 0);
        tell(
          `Đến hạn: ${figure(total)}, đã ẩn danh: ${figure(done)} (${pace(done, since, 'hồ sơ')})`,
        );
        tell(`Due: ${total}, made anonymous: ${done}`);
        if (!finished) say('Đã dừng giữa chừng, chạy lại để tiếp / Stopped, run again to go on');
      }),
    );
}
