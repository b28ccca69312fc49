import { InvalidArgumentError, type Command } from 'commander';
import { resolve } from 'node:path';
import { keepBackup, type Made, type Wish } from '../platform/backup/keep-backup.js';
import { readConfig, type Config } from '../platform/config/config.js';
import { openDataDir } from '../platform/config/data-dir.js';
import { openSecretKey } from '../platform/config/secret-key.js';
import { StartError } from '../platform/config/start-error.js';
import { programVersion } from '../platform/program-version.js';
import { Keyring } from '../platform/sealing/keyring.js';
import { Time } from '../platform/time.js';
import { withOwnerAddress } from './owner-database.js';
import { progress, type Progress } from './progress.js';
import { figure, pace, say, tell } from './say.js';
import { stopSignal } from './stop-signal.js';

/** Makes a backup of the installation of this configuration. @throws StartError */
export async function backup(
  config: Config,
  wish: Wish,
  show = progress,
  time = new Time(),
): Promise<Made | null> {
  const dataDir = await openDataDir(config.dataDir);
  return withOwnerAddress(config, async (url) => {
    const subject = {
      url,
      schema: config.databaseSchema,
      dataDir,
      city: config.city,
      program: programVersion(),
      secretKey: await openSecretKey(config.secretKeyFile),
      keyring: await Keyring.open(config),
    };
    let bar: Progress | null = null;
    const watching = (done: number, total: number) =>
      (bar ??= show('sao lưu / backup', total)).at(done);
    const made = await keepBackup(subject, wish, time, watching);
    (bar as Progress | null)?.end();
    return made;
  });
}

interface Options {
  nightly?: boolean;
  unlessSince?: Date;
}

const moment = (text: string) => {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('2026-03-10T02:00:00Z');
  return at;
};

function wishOf(config: Config, to: string | undefined, options: Options, folder: string): Wish {
  const { backupDir, backupKeep } = config;
  const since = options.unlessSince && { unlessSince: options.unlessSince };
  if (options.nightly) {
    if (backupDir === undefined)
      throw new StartError('--nightly cần BACKUP_DIR', '--nightly needs BACKUP_DIR');
    return { to: backupDir, keep: backupKeep, ...since };
  }
  if (to === undefined)
    throw new StartError(
      'Cần tên tệp hoặc thư mục để ghi bản sao lưu',
      'The name of a file or folder for the backup is needed',
    );
  return { to: resolve(folder, to), ...since };
}

/** Adds `backup` to the program; relative paths are meant from `folder`. */
export function addBackup(program: Command, folder: string): void {
  program
    .command('backup')
    .description('Sao lưu toàn bộ dữ liệu vào một tệp / back everything up into one file')
    .argument('[file]', 'tệp .tar.gz hoặc thư mục / file .tar.gz or a folder')
    .option('--nightly', 'vào BACKUP_DIR, giữ BACKUP_KEEP bản / into BACKUP_DIR, BACKUP_KEEP stay')
    .option('--unless-since <time>', 'bỏ qua nếu đã có từ lúc này / not if made since', moment)
    .action(async (file: string | undefined, options: Options) => {
      const config = readConfig(process.env);
      const wish = { ...wishOf(config, file, options, folder), signal: stopSignal() };
      const since = performance.now();
      const made = await backup(config, wish);
      if (!made) return tell('Đã có bản sao lưu, không làm thêm / there is one already');
      for (const line of linesOf(made, since)) tell(line);
    });
}

function linesOf({ file, bytes, manifest }: Made, since: number): string[] {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const { count } = manifest.files;
  const { length: missing } = manifest.missing;
  if (missing > 0)
    say(
      `! ${missing} tệp đính kèm không có trong kho hoặc đã hỏng / ${missing} attachments are missing from the store or damaged: ${manifest.missing.slice(0, 3).join(', ')}`,
    );
  return [
    `${file}: ${figure(rows)} dòng, ${figure(count)} tệp, ${figure(bytes / 1e6)} MB (${pace(rows, since, 'dòng')})`,
    `${file}: ${rows} rows, ${count} files, secret key ${manifest.secretKey}`,
  ];
}
