import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BadRow } from '../intake/import/bad-row.js';
import { csvLine } from '../platform/csv.js';
import { cannotWrite } from '../platform/config/start-error.js';

/** Bad rows as CSV: line, ref, code, reason. There is a file only when there are such rows. */
export class RejectsFile {
  private file: FileHandle | null = null;

  private constructor(readonly path: string) {}

  /** Of an earlier run nothing is left. @throws StartError where it cannot be written */
  static async at(path: string): Promise<RejectsFile> {
    try {
      await mkdir(dirname(path), { recursive: true });
      await rm(path, { force: true });
      return new RejectsFile(path);
    } catch (error) {
      throw cannotWrite(path, error);
    }
  }

  async add(line: number, ref: string, why: BadRow): Promise<void> {
    this.file ??= await this.begin();
    await this.file.write(csvLine([line, ref, why.reason, why.message]));
  }

  async close(): Promise<void> {
    await this.file?.close();
  }

  private async begin(): Promise<FileHandle> {
    const file = await open(this.path, 'w');
    await file.write(csvLine(['line', 'ref', 'code', 'reason']));
    return file;
  }
}
