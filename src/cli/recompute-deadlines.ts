import type { Command } from 'commander';
import { Commands } from '../complaints/commands.js';
import { Ledger } from '../complaints/ledger.js';
import {
  recalculatedKinds,
  RecalculationRow,
} from '../deadlines/recalculation/recalculation.entity.js';
import { Recalculations } from '../deadlines/recalculation/recalculations.js';
import { Recalculator } from '../deadlines/recalculation/recalculator.js';
import { recalculation } from '../deadlines/recalculation/recompute-case.js';
import { StaffRow } from '../people/staff.entity.js';
import { StartError } from '../platform/config/start-error.js';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import { withDatabase, type Desk } from './database.js';
import { progress } from './progress.js';
import { figure, say, tell } from './say.js';

interface Options {
  /** The decision, and who answers for it: orders what came with the city's files. */
  document?: string;
  by?: string;
}

async function orderMissing(
  door: Door,
  { city }: Pick<Desk, 'city'>,
  { document, by }: Options,
): Promise<void> {
  if (document === undefined && by === undefined) return;
  if (!document || !by)
    throw new StartError('--document và --by phải đi cùng nhau', '--document and --by go together');
  const orders = new Recalculations(door);
  await door.as(recalculation, async (tx) => {
    const person = await tx.findOneBy(StaffRow, { login: by });
    if (!person) throw new StartError(`Không có tài khoản ${by}`, `There is no account ${by}`);
    for (const kind of recalculatedKinds) {
      const version = city.versionOf(kind);
      const [row] = await tx.query<{ at: Date }[]>(
        'select coalesce(valid_from, loaded_at) as at from city_record where kind = $1 and version = $2',
        [kind, version],
      );
      if (!row) continue;
      const made = { publishedBy: person.id, publishedAt: row.at, validFrom: null };
      await orders.order(tx, { kind, version, document, ...made });
    }
  });
}

/** Orders what is asked for and works off what waits, beside a running program or alone. */
export async function recomputeDeadlines(
  desk: Pick<Desk, 'config' | 'source' | 'city' | 'signal'>,
  options: Options = {},
  time = new Time(),
  show = progress,
): Promise<RecalculationRow[]> {
  const { config, source, city, signal } = desk;
  const door = new Door(source);
  const ledger = new Ledger(source, city);
  const commands = new Commands(door, ledger, city, time);
  const recalculator = new Recalculator(
    door,
    ledger,
    commands,
    city,
    time,
    new Log('silent'),
    config,
  );
  await orderMissing(door, desk, options);
  const bar = show('recompute', await recalculator.waiting());
  let looked = 0;
  await recalculator.sweep((batch) => {
    bar.at((looked += batch));
    return !signal.aborted;
  });
  bar.end();
  return door.read(recalculation, (tx) =>
    tx.find(RecalculationRow, { order: { id: 'DESC' }, take: 20 }),
  );
}

/** Adds `recompute-deadlines` to the program. */
export function addRecomputeDeadlines(program: Command): void {
  program
    .command('recompute-deadlines')
    .description('Tính lại thời hạn sau khi đổi lịch / recompute deadlines after calendars changed')
    .option(
      '--document <number>',
      'số văn bản, khi lịch đến từ tệp / decision, for what came by file',
    )
    .option('--by <login>', 'tài khoản chịu trách nhiệm / whose decision it is')
    .action((options: Options) =>
      withDatabase(async (desk) => {
        const runs = await recomputeDeadlines(desk, options);
        for (const { kind, version, document, state, total, done, moved } of runs)
          tell(
            `${kind} v${version}  ${document}  ${state}  ${figure(done)}/${figure(total)}  ${figure(moved)}`,
          );
        tell('Cột cuối: số thời hạn đã dời / last column: promises moved');
        if (desk.signal.aborted)
          say('Đã dừng giữa chừng, chạy lại để tiếp / Stopped, run again to go on');
      }),
    );
}
