import type { Command } from 'commander';
import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import type { Problem } from '../complaints/verify.js';
import { entities } from '../entities.js';
import { checkArchive } from '../platform/backup/check-archive.js';
import type { Manifest } from '../platform/backup/manifest.js';
import { bringKeys, keysToBring } from '../platform/backup/restored-keys.js';
import { restore as restoreInto } from '../platform/backup/restore.js';
import { readConfig, type Config } from '../platform/config/config.js';
import { readSecretKey } from '../platform/config/secret-key.js';
import { StartError } from '../platform/config/start-error.js';
import { dataSourceOptions, type DatabaseAddress } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';
import { migrations } from '../platform/database/migrations/list.js';
import { addressAs, programRole } from '../platform/database/rights.js';
import { claimInstance } from '../platform/postgres/instance-lock.js';
import { withOwnerAddress } from './owner-database.js';
import { progress } from './progress.js';
import { figure, pace, tell } from './say.js';
import { problemLine, verifyLog, type Verified } from './verify-log.js';

export interface Restored {
  manifest: Manifest;
  verified: Verified;
}

interface Options {
  /** Deletes what the database holds. */
  replaceEverything?: boolean;
}

/** Reads the archive to its end first; only then anything is written. @throws StartError */
export async function restore(
  config: Config,
  file: string,
  { replaceEverything = false }: Options = {},
  found: (problem: Problem) => void = (problem) => tell(problemLine(problem)),
  show = progress,
): Promise<Restored> {
  const secretKey = await readSecretKey(config.secretKeyFile);
  if (!secretKey) throw noSecretKey(config.secretKeyFile);
  const handle = await open(file, 'r').catch(() => {
    throw new StartError(`Không đọc được tệp ${file}`, `The file ${file} cannot be read`);
  });
  try {
    const manifest = await check(handle, file, config, secretKey, show);
    const keys = await keysToBring(manifest, config, secretKey);
    const instance = await claimInstance(config.dataDir);
    try {
      return await withOwnerAddress(config, async (url) => {
        const address = { url, schema: config.databaseSchema };
        const role = programRole(secretKey);
        const bar = show('khôi phục / restore', rowsAndFiles(manifest));
        await restoreInto(
          handle,
          file,
          manifest,
          { address, role, dataDir: config.dataDir, replace: replaceEverything },
          (done) => bar.at(done),
          () => bringKeys(keys, config),
        );
        bar.end();
        await migrate(address, role);
        const verified = await prove({ url: addressAs(url, role), schema: address.schema }, found);
        return { manifest, verified };
      });
    } finally {
      await instance.release();
    }
  } finally {
    await handle.close();
  }
}

const rowsAndFiles = ({ tables, files }: Manifest) =>
  tables.reduce((sum, { rows }) => sum + rows, files.count);

async function check(
  handle: FileHandle,
  file: string,
  { city }: Config,
  secretKey: Buffer,
  show: typeof progress,
): Promise<Manifest> {
  const { size } = await handle.stat();
  const bar = show('kiểm tra / check', size);
  const here = { city, secretKey, migrations: migrations.map(({ name }) => name) };
  const manifest = await checkArchive(handle, file, here, (bytes) => bar.at(bytes));
  bar.end();
  return manifest;
}

async function prove(
  address: DatabaseAddress,
  found: (problem: Problem) => void,
): Promise<Verified> {
  const source = new DataSource(dataSourceOptions(address, entities, { sees: 'all' }));
  await source.initialize();
  try {
    return await verifyLog(source, found);
  } finally {
    await source.destroy();
  }
}

const noSecretKey = (file: string) =>
  new StartError(
    `Chưa có tệp khóa bí mật ${file}: hãy đặt khóa của hệ thống đã sao lưu vào đó rồi chạy lại`,
    `There is no secret key at ${file}: put the key of the installation that was backed up there and run again`,
  );

/** Adds `restore` to the program; relative paths are meant from `folder`. */
export function addRestore(program: Command, folder: string): void {
  program
    .command('restore')
    .description(
      'Khôi phục từ bản sao lưu vào cơ sở dữ liệu trống / restore into an empty database',
    )
    .argument('<file>', 'tệp của lệnh backup / file made by backup')
    .option('--replace-everything', 'xóa hết dữ liệu đang có / delete all data that is there')
    .action(async (file: string, options: Options) => {
      const since = performance.now();
      const { manifest, verified } = await restore(
        readConfig(process.env),
        resolve(folder, file),
        options,
      );
      const rows = rowsAndFiles(manifest) - manifest.files.count;
      tell(
        `Đã khôi phục bản ngày ${manifest.madeAt}: ${figure(rows)} dòng, ${figure(manifest.files.count)} tệp, đủ như lúc sao lưu (${pace(rows, since, 'dòng')})`,
      );
      tell(
        `Restored as of ${manifest.madeAt}: ${rows} rows, ${manifest.files.count} files, as many as were backed up`,
      );
      tell(
        `verify-log: ${figure(verified.complaints)} phản ánh / complaints, ${figure(verified.problems)} sai lệch / problems`,
      );
      if (manifest.missing.length > 0)
        tell(
          `! ${manifest.missing.length} tệp đã thiếu từ lúc sao lưu / files were missing when it was made`,
        );
      if (verified.problems > 0) process.exitCode = 1;
    });
}
