import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Scan } from '../complaints/attachment.entity.js';
import { attachmentPath, attachmentsIn } from '../platform/attachment-path.js';
import { CONFIG } from '../platform/config/config.token.js';
import type { Config } from '../platform/config/config.js';
import { Time } from '../platform/time.js';
import { DomainError, type FieldError } from '../platform/errors/domain-error.js';
import type { PhotoFacts } from './files/exif-place.js';

export const photoTypes = ['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif'];
export const fileTypes = [...photoTypes, 'application/pdf'];

/** Enough of a file's beginning to tell what it is. */
const HEAD_BYTES = 4100;

/** Far longer than the longest request may take. */
const ABANDONED_MS = 3_600_000;

/** Far longer than a filing may be under way. */
const FORGOTTEN_MS = 86_400_000;

/** The folders of the store, by the first two letters of a hash. */
export const FOLDERS = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));

/** A file that has arrived whole and begins as what it may be. */
export interface Received {
  path: string;
  /** What the request called it: `files.0`. */
  field: string;
  name: string;
  type: string;
  bytes: number;
  /** SHA-256 of what was sent. */
  sent: string;
}

/** A file that was looked into and is as it will be kept, but is not kept yet. */
export interface Arrived extends Omit<Received, 'field'> {
  sha256: string;
  scan: Scan;
  /** null for a document. */
  facts: PhotoFacts | null;
}

const problem = (field: string, code: string, vi: string, en: string): FieldError[] => [
  { field, code, vi, en },
];

/** Keeps files under their hash in the data folder; a kept file is on the disk before it is spoken of. */
@Injectable()
export class AttachmentStore implements OnModuleInit {
  private readonly root: string;
  private readonly arriving: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly time: Time,
  ) {
    this.root = attachmentsIn(config.dataDir);
    this.arriving = join(this.root, 'arriving');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.arriving, { recursive: true });
    await this.clearArriving();
  }

  /** What stopped arriving long ago belongs to nobody; a replica may be taking in the rest. */
  async clearArriving(): Promise<void> {
    for (const name of await readdir(this.arriving)) {
      const path = join(this.arriving, name);
      if (await this.olderThan(path, ABANDONED_MS)) await rm(path, { force: true });
    }
  }

  pathOf(sha256: string): string {
    return attachmentPath(this.config.dataDir, sha256);
  }

  /** Takes in one file. @throws 413 when it was cut at the limit, 415 when its content is not an accepted type */
  async receive(
    stream: Readable & { truncated?: boolean },
    name: string,
    field: string,
    accepted: readonly string[] = fileTypes,
  ): Promise<Received> {
    const path = join(this.arriving, randomUUID());
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    let bytes = 0;
    stream.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      if (bytes < HEAD_BYTES) head.push(chunk);
      bytes += chunk.length;
    });
    try {
      await pipeline(stream, createWriteStream(path));
      if (stream.truncated)
        throw new DomainError(
          'file.too_large',
          problem(field, 'too_large', 'Tệp vượt quá 10 MB.', 'The file is over 10 MB.'),
        );
      const found = await fileTypeFromBuffer(Buffer.concat(head));
      if (!found || !accepted.includes(found.mime))
        throw new DomainError(
          'file.unsupported_type',
          problem(
            field,
            'type',
            'Nội dung tệp không phải ảnh hay PDF.',
            'The content is no photo or PDF.',
          ),
        );
      // An animated PNG is a PNG to whoever draws its first frame.
      const type = found.mime === 'image/apng' ? 'image/png' : found.mime;
      return { path, field, name, type, bytes, sent: hash.digest('hex') };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Makes an arrived file durable under its hash: synced, renamed, and its folder synced. */
  async keep({ path, sha256 }: Arrived): Promise<void> {
    const target = this.pathOf(sha256);
    const folder = join(target, '..');
    await sync(path);
    await mkdir(folder, { recursive: true });
    await rename(path, target);
    await sync(folder);
  }

  async discard(files: readonly Pick<Received, 'path'>[]): Promise<void> {
    await Promise.all(files.map(({ path }) => rm(path, { force: true })));
  }

  /** The kept files of a folder that no filing under way can still be about to name. */
  async oldFiles(folder: string): Promise<string[]> {
    const names = await readdir(join(this.root, folder)).catch(() => []);
    const old: string[] = [];
    for (const name of names)
      if (await this.olderThan(this.pathOf(name), FORGOTTEN_MS)) old.push(name);
    return old;
  }

  /** Removes an old file, unless a filing has just brought it again. */
  async removeOld(sha256: string): Promise<boolean> {
    const kept = this.pathOf(sha256);
    const aside = join(this.arriving, randomUUID());
    // Taken away before it is looked at: between a look and a removal the same file could come in.
    await rename(kept, aside);
    if (await this.olderThan(aside, FORGOTTEN_MS)) {
      await rm(aside);
      return true;
    }
    await rename(aside, kept);
    return false;
  }

  private async olderThan(path: string, age: number): Promise<boolean> {
    const found = await stat(path).catch(() => null);
    return found !== null && found.mtimeMs < this.time.now().getTime() - age;
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
