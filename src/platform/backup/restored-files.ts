import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { attachmentPath, attachmentsIn } from '../attachment-path.js';
import { syncFolder } from '../sync-folder.js';

/** Puts files of an archive into the store; what is named by its content may be there already, or be left over. */
export class RestoredFiles {
  private readonly folders = new Set<string>();

  constructor(private readonly dataDir: string) {}

  async keep(
    sha256: string,
    fill: (write: (chunk: Buffer) => Promise<void>) => Promise<unknown>,
  ): Promise<void> {
    const target = attachmentPath(this.dataDir, sha256);
    const folder = dirname(target);
    const arriving = join(attachmentsIn(this.dataDir), 'arriving');
    const draft = join(arriving, randomUUID());
    await mkdir(folder, { recursive: true });
    await mkdir(arriving, { recursive: true });
    const handle = await open(draft, 'wx', 0o600);
    try {
      await fill(async (chunk) => void (await handle.write(chunk)));
      await handle.sync();
      await rename(draft, target);
      this.folders.add(folder);
    } finally {
      await handle.close();
      await rm(draft, { force: true });
    }
  }

  /** Makes the names of all durable. */
  async end(): Promise<void> {
    for (const folder of this.folders) await syncFolder(folder);
    if (this.folders.size > 0) await syncFolder(attachmentsIn(this.dataDir));
  }
}
