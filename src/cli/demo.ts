import type { Command } from 'commander';
import { readConfig } from '../platform/config/config.js';
import { StartError } from '../platform/config/start-error.js';
import { runningInstance } from '../platform/postgres/instance-lock.js';
import { replay } from './demo/replay.js';
import { summaryOf } from './demo/summary.js';
import { figure, tell } from './say.js';
import { stopSignal } from './stop-signal.js';

/** Adds `demo` to the program. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('Phát lại các phản ánh mẫu / replay the sample complaints on the running program')
    .option('--url <url>', 'địa chỉ chương trình / where the program runs')
    .action(async ({ url }: { url?: string }) => {
      const config = readConfig(process.env);
      const address = url ?? (await runningInstance(config.dataDir))?.address;
      if (!address)
        throw new StartError(
          'Chương trình chưa chạy: hãy chạy npm start trước, hoặc cho --url',
          'The program is not running: run npm start first, or give --url',
        );
      tell(`Đầu Mối — ${address}`);
      const since = performance.now();
      const done = await replay(address.replace(/\/+$/, ''), config.cityDir, tell, stopSignal());
      tell('');
      for (const line of summaryOf(done)) tell(line);
      tell(`${figure((performance.now() - since) / 1000)} s`);
      if (done.played.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
    });
}
