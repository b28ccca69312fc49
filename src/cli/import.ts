import type { Command } from 'commander';
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Identities } from '../complaints/identities.js';
import { Ledger } from '../complaints/ledger.js';
import { csvRecords, type CsvRecord } from '../intake/import/csv-records.js';
import { History } from '../intake/import/history.js';
import { Importer, type Tally } from '../intake/import/importer.js';
import { readMapping } from '../intake/import/mapping.js';
import { RowReader } from '../intake/import/read-row.js';
import { Filings } from '../intake/filing.js';
import { StartError } from '../platform/config/start-error.js';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { Keyring } from '../platform/sealing/keyring.js';
import { Time } from '../platform/time.js';
import { Routing } from '../routing/routing.js';
import { withDatabase, type Desk } from './database.js';
import { importSummary } from './import-summary.js';
import { progress } from './progress.js';
import { RejectsFile } from './rejects-file.js';
import { figure, pace, say, tell } from './say.js';

export interface ImportOptions {
  format: string;
  rejects?: string;
  limit?: number;
}

export interface Imported extends Tally {
  rejects: string;
}

/** Brings the file in. @throws StartError when the file, its header or the mapping cannot be read */
export async function importFile(
  { config, source, city, signal }: Desk,
  file: string,
  { format, rejects, limit }: ImportOptions,
  show = progress,
): Promise<Imported> {
  const size = await sizeOf(file);
  const mapping = await readMapping(config.cityDir, format, city);
  const records = csvRecords(file);
  const header = await records.next();
  const reader = new RowReader(mapping, header.done ? undefined : header.value);
  const ledger = new Ledger(source, city);
  const door = new Door(source);
  const identities = new Identities(door, await Keyring.open(config));
  const routing = new Routing(city, door, new Log(config.logLevel));
  await routing.onModuleInit();
  const filings = new Filings(city, routing, ledger, identities, config);
  const out = await RejectsFile.at(
    rejects ?? join(config.dataDir, 'imports', `${basename(file, '.csv')}.rejects.csv`),
  );
  const bar = show(`import ${format}`, limit ?? size);
  try {
    const importer = new Importer(
      format,
      reader,
      new History(mapping, filings, city),
      door,
      ledger,
      new Time(),
      {
        rejected: (line, ref, why) => out.add(line, ref, why),
        progress: (rows, bytes) => bar.at(limit === undefined ? bytes : rows),
        signal,
      },
    );
    return { ...(await importer.run(first(records, limit))), rejects: out.path };
  } finally {
    routing.onModuleDestroy();
    bar.end();
    await out.close();
  }
}

async function* first(records: AsyncIterable<CsvRecord>, limit = Infinity) {
  let count = 0;
  for await (const record of records) {
    if (count >= limit) return;
    count += 1;
    yield record;
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new StartError(`Không có tệp ${file}`, `There is no file ${file}`);
  return found.size;
}

/** Adds `import` to the program. */
export function addImport(program: Command, folder: string): void {
  program
    .command('import <file>')
    .description('Nhập yêu cầu lịch sử từ hệ thống khác / bring in requests of another system')
    .requiredOption('--format <format>', 'data/<city>/imports/<format>.json')
    .option('--rejects <file>', 'dòng lỗi / bad rows (DATA_DIR/imports/<file>.rejects.csv)')
    .option('--limit <rows>', 'chỉ lấy số dòng đầu / the first rows only', wholeNumber)
    .action((file: string, options: ImportOptions) =>
      withDatabase(async (desk) => {
        const since = performance.now();
        const rejects = options.rejects && resolve(folder, options.rejects);
        const done = await importFile(desk, resolve(folder, file), { ...options, rejects });
        const rows = done.added + done.alreadyThere + done.rejected;
        for (const line of await importSummary(desk, options.format)) tell(line);
        tell('');
        tell(
          `${figure(rows)} dòng: thêm ${figure(done.added)}, đã có ${figure(done.alreadyThere)}, lỗi ${figure(done.rejected)} (${pace(rows, since, 'dòng')})`,
        );
        tell(
          `${rows} rows: ${done.added} added, ${done.alreadyThere} already there, ${done.rejected} rejected`,
        );
        if (done.rejected > 0) tell(`Dòng lỗi / bad rows: ${done.rejects}`);
        if (desk.signal.aborted)
          say('Đã dừng giữa chừng, chạy lại để tiếp / Stopped, run again to go on');
      }),
    );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new StartError('--limit cần một số nguyên', '--limit needs a whole number');
  return Number(text);
}
