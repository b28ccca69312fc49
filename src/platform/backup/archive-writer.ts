import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { syncFolder } from '../sync-folder.js';

// Photos do not shrink, and the text of the log shrinks little more by a higher level that takes thrice the time.
const LEVEL = 3;

/** Writes a packed tar under a name for the time being; it gets its own once it is whole and on the disk. */
export class ArchiveWriter {
  private constructor(
    private readonly tar: Pack,
    private readonly written: Promise<void>,
    private readonly draft: string,
    private readonly file: string,
    private readonly at: Date,
  ) {}

  static begin(file: string, at: Date): ArchiveWriter {
    const draft = `${file}.${process.pid}.part`;
    const tar = pack();
    // Nobody but its owner reads it: it has texts and files of complaints.
    const disk = createWriteStream(draft, { flags: 'wx', mode: 0o600 });
    const written = pipeline(tar, createGzip({ level: LEVEL }), disk);
    // Whoever adds or ends hears of it.
    written.catch(() => undefined);
    return new ArchiveWriter(tar, written, draft, file, at);
  }

  async add(name: string, content: Buffer): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        const header = { name, size: content.length, mode: 0o600, mtime: this.at };
        const entry = this.tar.entry(header, (error) => (error ? reject(error) : resolve()));
        entry.on('error', reject);
        entry.end(content);
      });
    } catch (error) {
      // A disk that refuses ends the tar, which knows nothing of the reason.
      await this.written;
      throw error;
    }
  }

  /** Resolves when the whole archive is on the disk under its name. */
  async end(): Promise<void> {
    this.tar.finalize();
    await this.written;
    const handle = await open(this.draft, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(this.draft, this.file);
    await syncFolder(dirname(this.file));
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
    await rm(this.draft, { force: true });
  }
}
