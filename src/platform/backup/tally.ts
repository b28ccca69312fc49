import { createHash } from 'node:crypto';
import { type Manifest, rowsIn, type TableInArchive } from './manifest.js';

/** Counted while an archive is written or read: the same in both, or something was changed between. */
export type Counted = Pick<Manifest, 'tables' | 'files'>;

export class Tally {
  private readonly tables: TableInArchive[] = [];
  private readonly names = createHash('sha256');
  private count = 0;
  private bytes = 0;

  part(table: string, columns: string[], part: { bytes: number; sha256: string; rows: number }) {
    if (this.tables.at(-1)?.name !== table)
      this.tables.push({ name: table, columns, rows: 0, parts: [] });
    const last = this.tables.at(-1)!;
    last.rows += part.rows;
    last.parts.push({ bytes: part.bytes, sha256: part.sha256 });
  }

  file(sha256: string, bytes: number): void {
    this.names.update(`${sha256}\n`);
    this.count += 1;
    this.bytes += bytes;
  }

  get rows(): number {
    return this.tables.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** Once: what was counted. */
  end(): Counted {
    const digest = this.names.digest('hex');
    return { tables: this.tables, files: { count: this.count, bytes: this.bytes, digest } };
  }
}

/** Reads a content to its end. */
export async function measure(
  content: AsyncIterable<Buffer>,
  each: (chunk: Buffer) => Promise<void> | void = () => undefined,
): Promise<{ bytes: number; sha256: string; rows: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
    rows += rowsIn(chunk);
    await each(chunk);
  }
  return { bytes, sha256: hash.digest('hex'), rows };
}
