import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** Fills one table by one COPY: rows of it may point to each other in any order. */
export class TableFiller {
  private readonly ended: Promise<void>;
  private failure: unknown = null;

  private constructor(private readonly stream: ReturnType<typeof copyFrom>) {
    this.ended = finished(stream);
    this.ended.catch((error: unknown) => (this.failure = error));
  }

  static begin(client: ClientBase, table: string, columns: readonly string[]): TableFiller {
    const names = columns.map((column) => `"${column}"`).join(', ');
    return new TableFiller(client.query(copyFrom(`copy "${table}" (${names}) from stdin`)));
  }

  async write(chunk: Buffer): Promise<void> {
    if (this.failure) throw this.failure;
    if (!this.stream.write(chunk)) await once(this.stream, 'drain');
  }

  async end(): Promise<void> {
    this.stream.end();
    await this.ended;
  }

  /** Gives up; the transaction is then of no use. */
  async abandon(): Promise<void> {
    if (!this.failure) this.stream.destroy();
    await this.ended.catch(() => undefined);
  }
}
