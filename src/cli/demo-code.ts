import type { Command } from 'commander';
import { codeAt } from '../people/totp.js';
import { readConfig } from '../platform/config/config.js';
import { StartError } from '../platform/config/start-error.js';
import { Time } from '../platform/time.js';
import { DEMO_SECRET, needsCode, readDemoStaff } from '../start/demo-accounts.js';
import { tell } from './say.js';

/** The present code of a demo account. @throws StartError for an account that needs none */
export async function demoCode(cityDir: string, login: string, time = new Time()): Promise<string> {
  const accounts = (await readDemoStaff(cityDir)).filter(needsCode);
  if (!accounts.some((one) => one.login === login.toLowerCase())) {
    const known = accounts.map((one) => one.login).join(', ');
    throw new StartError(
      `Chỉ các tài khoản demo này cần mã: ${known}`,
      `Only these demo accounts need a code: ${known}`,
    );
  }
  return codeAt(DEMO_SECRET, time.now());
}

/** Adds `demo-code` to the program. */
export function addDemoCode(program: Command): void {
  program
    .command('demo-code')
    .description(
      'Mã đăng nhập hiện tại của một tài khoản demo / the present code of a demo account',
    )
    .argument('<login>', 'tên đăng nhập / login')
    .action(async (login: string) => tell(await demoCode(readConfig(process.env).cityDir, login)));
}
