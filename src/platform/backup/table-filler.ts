import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** Fills one table by one COPY: rows of it may point to each other in any order. */
export class TableFiller {
  private constructor(
    private readonly stream: ReturnType<typeof copyFrom>,
    private readonly ended: Promise<void>,
  ) {}

  static begin(client: ClientBase, table: string, columns: readonly string[]): TableFiller {
    const names = columns.map((column) => `"${column}"`).join(', ');
    const stream = client.query(copyFrom(`copy "${table}" (${names}) from stdin`));
    const ended = finished(stream);
    // Whoever writes or ends hears of it.
    ended.catch(() => undefined);
    return new TableFiller(stream, ended);
  }

  async write(chunk: Buffer): Promise<void> {
    if (this.stream.write(chunk)) return;
    const waiting = new AbortController();
    const drained = once(this.stream, 'drain', { signal: waiting.signal });
    drained.catch(() => undefined);
    await Promise.race([drained, this.ended]);
    waiting.abort();
  }

  async end(): Promise<void> {
    this.stream.end();
    await this.ended;
  }

  /** Gives up; the transaction is then of no use. */
  async abandon(): Promise<void> {
    this.stream.destroy();
    await this.ended.catch(() => undefined);
  }
}
