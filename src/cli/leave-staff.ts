import type { Command } from 'commander';
import { Commands } from '../complaints/commands.js';
import type { LeaveProgress } from '../complaints/dto/handover.dto.js';
import { Handover } from '../complaints/handover.js';
import { Ledger } from '../complaints/ledger.js';
import { Departure } from '../people/duty/departure.js';
import { Directory } from '../people/duty/directory.js';
import { StartError } from '../platform/config/start-error.js';
import { Door } from '../platform/database/door.js';
import { problemOf } from '../platform/errors/problem.js';
import { Log } from '../platform/logging/log.js';
import { Time } from '../platform/time.js';
import { withDatabase, type Desk } from './database.js';
import { figure, say, tell } from './say.js';

interface Options {
  login: string;
  successor: string;
  reason?: string;
}

/** Hands everything over and ends the account. @throws StartError for whatever is refused */
export async function leaveStaff(
  { source, city, signal }: Desk,
  { login, successor, reason }: Options,
  time = new Time(),
): Promise<LeaveProgress> {
  const idOf = async (name: string) => {
    const [row] = await source.query<{ id: string }[]>('select id from staff where login = $1', [
      name.toLowerCase(),
    ]);
    if (!row) throw new StartError(`Không có tài khoản ${name}`, `There is no account ${name}`);
    return row.id;
  };
  const [id, heir] = [await idOf(login), await idOf(successor)];
  const door = new Door(source);
  const ledger = new Ledger(source, city);
  const commands = new Commands(door, ledger, city, time);
  const log = new Log('silent');
  const handover = new Handover(door, ledger, commands, new Departure(time), new Directory(), log);
  const done: LeaveProgress = { handedOver: 0, left: 0 };
  do {
    const { handedOver, left } = await handover
      .leave(null, id, { successor: heir, ...(reason !== undefined && { reason }) })
      .catch((error: unknown) => {
        const { status, detail, errors } = problemOf(error);
        if (status >= 500) throw error;
        const words = errors?.[0] ?? detail;
        throw new StartError(words.vi, words.en);
      });
    done.handedOver += handedOver;
    done.left = left;
  } while (done.left > 0 && !signal.aborted);
  return done;
}

/** Adds `leave-staff` to the program. */
export function addLeaveStaff(program: Command): void {
  program
    .command('leave-staff')
    .description('Cán bộ thôi việc, bàn giao hết / somebody leaves and hands everything over')
    .requiredOption('--login <login>', 'người thôi việc / who leaves')
    .requiredOption('--successor <login>', 'người nhận bàn giao / who takes over')
    .option('--reason <text>', 'lý do, ghi vào từng việc / stands at each case')
    .action((options: Options) =>
      withDatabase(async (desk) => {
        const { handedOver, left } = await leaveStaff(desk, options);
        tell(
          `Đã bàn giao ${figure(handedOver)} việc, còn ${figure(left)} / ${handedOver} cases handed over, ${left} left`,
        );
        if (left > 0) say('Đã dừng giữa chừng, chạy lại để tiếp / Stopped, run again to go on');
      }),
    );
}
