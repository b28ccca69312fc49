import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CONFIG } from '../platform/config/config.token.js';
import type { Config } from '../platform/config/config.js';
import { Time } from '../platform/time.js';
import { DomainError, type FieldError } from '../platform/errors/domain-error.js';

const accepted = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

/** Enough of a file's beginning to tell what it is. */
const HEAD_BYTES = 4100;

/** Far longer than the longest request may take. */
const ABANDONED_MS = 3_600_000;

/** A file that has arrived whole and is what it may be, but is not kept yet. */
export interface Arrived {
  path: string;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
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
    @Inject(CONFIG) config: Config,
    private readonly time: Time,
  ) {
    this.root = join(config.dataDir, 'attachments');
    this.arriving = join(this.root, 'arriving');
  }

  /** What stopped arriving long ago belongs to nobody; a replica may be taking in the rest. */
  async onModuleInit(): Promise<void> {
    await mkdir(this.arriving, { recursive: true });
    for (const name of await readdir(this.arriving)) {
      const path = join(this.arriving, name);
      const { mtimeMs } = await stat(path);
      if (mtimeMs < this.time.now().getTime() - ABANDONED_MS) await rm(path, { force: true });
    }
  }

  pathOf(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256);
  }

  /** Takes in one file. @throws 413 when it was cut at the limit, 415 when its content is not an accepted type */
  async receive(
    stream: Readable & { truncated?: boolean },
    name: string,
    field: string,
  ): Promise<Arrived> {
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
      if (!found || !accepted.has(found.mime))
        throw new DomainError(
          'file.unsupported_type',
          problem(
            field,
            'type',
            'Nội dung tệp không phải ảnh hay PDF.',
            'The content is no photo or PDF.',
          ),
        );
      return { path, name: cleanName(name), type: found.mime, bytes, sha256: hash.digest('hex') };
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

  async discard(files: readonly Arrived[]): Promise<void> {
    await Promise.all(files.map(({ path }) => rm(path, { force: true })));
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

/** A name to show: no path, no control characters, at most 120 characters. */
function cleanName(name: string): string {
  const base = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const clean = base.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
  // By characters: half of a surrogate pair could not be stored.
  return [...clean].slice(-120).join('') || 'file';
}
