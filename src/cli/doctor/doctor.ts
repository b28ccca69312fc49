import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withOwner } from '../../platform/backup/connection.js';
import { readConfig, type Config } from '../../platform/config/config.js';
import type { Env } from '../../platform/config/readers.js';
import { Time } from '../../platform/time.js';
import { withOwnerAddress } from '../owner-database.js';
import { tell } from '../say.js';
import { databaseChecks } from './database.js';
import { examine, type Finding, none, ofError, type State } from './finding.js';
import { machineChecks } from './machine.js';
import { outsideChecks } from './outside.js';
import { workChecks } from './work.js';

interface Clocks {
  /** By which deadlines and ages are judged. */
  time?: Time;
  /** The machine's own, held against the database's. */
  machine?: Time;
}

/** Looks at everything that can be wrong with an installation; changes nothing. */
export async function doctor(env: Env, clocks: Clocks = {}): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    return [{ name: 'configuration', ...ofError(error) }];
  }
  return [
    { name: 'configuration', state: 'good', what: { vi: 'đọc được', en: 'readable' }, mend: null },
    ...(await examine(machineChecks(config))),
    ...(await ofDatabase(config, clocks)),
    ...(await examine(outsideChecks(config))),
  ];
}

async function ofDatabase(
  config: Config,
  { time = new Time(), machine = new Time() }: Clocks,
): Promise<Finding[]> {
  // Looking would make it.
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'postgres', 'PG_VERSION')))
    return examine({
      database: () =>
        none(
          'cơ sở dữ liệu đi kèm chưa có, lần chạy đầu sẽ tạo',
          'the embedded database is not there yet, the first start makes it',
        ),
    });
  try {
    return await withOwnerAddress(config, (url) =>
      withOwner({ url, schema: config.databaseSchema }, async (client) => {
        const { rows } = await client.query<{ filled: boolean }>(
          `select to_regclass('complaint_event') is not null as filled`,
        );
        const opened = { config, client, url, filled: rows[0]?.filled ?? false };
        return examine({
          ...databaseChecks(opened, machine),
          ...(opened.filled && workChecks(opened, time, machine)),
        });
      }),
    );
  } catch (error) {
    return [{ name: 'database', ...ofError(error) }];
  }
}

const signs: Record<State, string> = { good: '✓', look: '!', bad: '✗', none: '·' };

export function linesOf({ name, state, what, mend }: Finding): string[] {
  const first = `${signs[state]} ${name}: ${what.vi} / ${what.en}`;
  return mend ? [first, `    → ${mend.vi}`, `    → ${mend.en}`] : [first];
}

/** Adds `doctor` to the program. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Kiểm tra mọi thứ và nói cách sửa / check everything and say how to mend it')
    .option('--json', 'in JSON / print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await doctor(process.env);
      const count = (state: State) => findings.filter((one) => one.state === state).length;
      if (json) tell(JSON.stringify({ ok: count('bad') === 0, findings }, null, 2));
      else {
        for (const line of findings.flatMap(linesOf)) tell(line);
        tell(
          `${count('bad')} phải sửa, ${count('look')} nên xem / ${count('bad')} to mend, ${count('look')} to look at`,
        );
      }
      if (count('bad') > 0) process.exitCode = 1;
    });
}
