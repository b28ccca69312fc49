import type { Command } from 'commander';
import { StartError } from '../platform/config/start-error.js';
import { Log } from '../platform/logging/log.js';
import { withDatabase, type Desk } from './database.js';
import { tell } from './say.js';

/**
 * Takes a lost second factor from an account and ends its sessions; a role that needs one enrols anew.
 * @returns the id of the account
 * @throws StartError when there is no such account, or its second factor is not on
 */
export async function resetSecondFactor({ source }: Desk, login: string): Promise<string> {
  return source.transaction(async (tx) => {
    const [staff] = await tx.query<{ id: string; on: boolean }[]>(
      `select id, exists (select from second_factor where staff_id = staff.id) as on
       from staff where login = $1`,
      [login.toLowerCase()],
    );
    if (!staff) throw new StartError(`Không có tài khoản ${login}`, `There is no account ${login}`);
    if (!staff.on)
      throw new StartError(
        `Tài khoản ${login} chưa bật xác thực hai lớp`,
        `The account ${login} has no second factor`,
      );
    await tx.query('delete from second_factor where staff_id = $1', [staff.id]);
    await tx.query('delete from session where staff_id = $1', [staff.id]);
    await tx.query(
      `insert into staff_event (staff_id, type, at, data) values ($1, 'second_factor_reset', now(), '{}')`,
      [staff.id],
    );
    return staff.id;
  });
}

/** Adds `reset-second-factor` to the program. */
export function addResetSecondFactor(program: Command): void {
  program
    .command('reset-second-factor')
    .description('Gỡ xác thực hai lớp khi mất điện thoại / remove a lost second factor')
    .requiredOption('--login <login>', 'tên đăng nhập / login')
    .action(async ({ login }: { login: string }) => {
      await withDatabase(async (desk) => {
        const staff = await resetSecondFactor(desk, login);
        new Log(desk.config.logLevel).fact('second factor reset', { staff });
      });
      tell(`Đã gỡ / removed: ${login}`);
    });
}
