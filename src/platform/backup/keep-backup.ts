import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cannotWrite } from '../config/start-error.js';
import type { Time } from '../time.js';
import { ArchiveError } from './archive-error.js';
import { backUp, type Subject, type Watching } from './back-up.js';
import { withOwner } from './connection.js';
import type { Manifest } from './manifest.js';
import { archiveName, superfluous } from './names.js';
import { beginRun, endRun, failRun, forgetRun, madeSince, takeTurn } from './runs.js';

export interface Made {
  file: string;
  bytes: number;
  manifest: Manifest;
}

export interface Wish {
  /** A file, or a folder in which it gets a name of its own. */
  to: string;
  /** Nothing is done when one was made since then, or another program is making one. */
  unlessSince?: Date;
  /** How many stay in the folder; undefined: nothing is removed. */
  keep?: number;
  signal?: AbortSignal;
}

/** Makes one backup and puts it on record; null when it was not needed. @throws StartError */
export function keepBackup(
  subject: Subject,
  wish: Wish,
  time: Time,
  watching: Watching,
): Promise<Made | null> {
  return withOwner(subject, async (control) => {
    const { rows } = await control.query<{ here: boolean }>(
      `select to_regclass('backup_run') is not null as here`,
    );
    if (!rows[0]?.here) throw nothingThere(subject.schema);
    const { unlessSince } = wish;
    if (!(await takeTurn(control))) {
      if (unlessSince) return null;
      throw underWay();
    }
    if (unlessSince && (await madeSince(control, unlessSince))) return null;
    const at = time.now();
    const id = await beginRun(control, at, wish.to);
    try {
      const file = await place(wish, subject.city, at);
      const manifest = await backUp(subject, file, at, watching, wish.signal);
      const { size: bytes } = await stat(file);
      await endRun(control, id, time.now(), { file, bytes, missing: manifest.missing.length });
      if (wish.keep !== undefined) await removeOld(dirname(file), subject.city, wish.keep);
      return { file, bytes, manifest };
    } catch (error) {
      // Who stopped it knows of it: that is no failure.
      const settle = wish.signal?.aborted
        ? forgetRun(control, id)
        : failRun(control, id, time.now(), error);
      await settle.catch(() => undefined);
      throw cannotWrite(wish.to, error);
    }
  });
}

async function place({ to, keep }: Wish, city: string, at: Date): Promise<string> {
  const folder = await folderOf(to, keep !== undefined);
  const file = folder === to ? join(to, archiveName(city, at)) : to;
  if (existsSync(file)) throw alreadyThere(file);
  return file;
}

/** What is to be written to: `to` itself, or the folder that a file of that name would be in. */
async function folderOf(to: string, make: boolean): Promise<string> {
  if (make) await mkdir(to, { recursive: true, mode: 0o700 }).catch(unlessThere);
  if (await isFolder(to)) return to;
  const folder = make ? to : dirname(to);
  if (!(await isFolder(folder))) throw noFolder(folder);
  return folder;
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

function unlessThere(error: NodeJS.ErrnoException): void {
  if (!['EEXIST', 'ENOTDIR'].includes(error.code ?? '')) throw error;
}

async function removeOld(folder: string, city: string, keep: number): Promise<void> {
  for (const name of superfluous(city, await readdir(folder), keep)) await rm(join(folder, name));
}

const nothingThere = (schema: string) =>
  new ArchiveError(
    `Chưa có gì để sao lưu trong ${schema}: hãy chạy chương trình phiên bản này một lần trước`,
    `There is nothing to back up in ${schema}: run the program of this version once first`,
  );

const underWay = () =>
  new ArchiveError('Đang có một lần sao lưu khác chạy', 'Another backup is under way');

const alreadyThere = (file: string) =>
  new ArchiveError(`${file} đã có: hãy chọn tên khác`, `${file} is already there: choose another`);

const noFolder = (folder: string) =>
  new ArchiveError(`Không có thư mục ${folder}`, `There is no folder ${folder}`);
