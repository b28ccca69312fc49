import { Refusal, type Actor } from '#lifecycle';
import { searchRow } from '../../complaints/notices.js';
import type { Ledger } from '../../complaints/ledger.js';
import type { Door } from '../../platform/database/door.js';
import type { Time } from '../../platform/time.js';
import { BadRow } from './bad-row.js';
import type { CsvRecord } from './csv-records.js';
import type { History, Lived } from './history.js';
import { addImportAccount } from './import-account.js';
import { inParallel } from '../../platform/in-parallel.js';
import type { HistoryRow, RowReader } from './read-row.js';

const importer: Actor = { kind: 'system', name: 'import' };

/** How many rows are asked for at once whether they are there already. */
const BATCH = 200;
const IN_FLIGHT = 4;

/** The index that lets each request of a source in once. */
const ONCE = 'complaint_source';

export interface Tally {
  added: number;
  alreadyThere: number;
  rejected: number;
}

export interface Watching {
  /** A row that stays out; `line` is where it begins in the file. */
  rejected(line: number, ref: string, why: BadRow): Promise<void>;
  /** Rows and bytes of the file behind us. */
  progress(rows: number, bytes: number): void;
  signal?: AbortSignal;
}

type Numbered = HistoryRow & { record: CsvRecord };

/** Brings rows of another system in, each in one transaction and once. */
export class Importer {
  private readonly tally: Tally = { added: 0, alreadyThere: 0, rejected: 0 };
  private readonly seen = new Set<string>();

  constructor(
    private readonly source: string,
    private readonly reader: RowReader,
    private readonly history: History,
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly time: Time,
    private readonly watching: Watching,
  ) {}

  /** @returns what became of the records; cut short by the signal, of those until then */
  async run(records: AsyncIterable<CsvRecord>): Promise<Tally> {
    await this.door.as(importer, addImportAccount);
    let batch: CsvRecord[] = [];
    for await (const record of records) {
      if (this.watching.signal?.aborted) return this.tally;
      if (batch.push(record) < BATCH) continue;
      await this.take(batch);
      batch = [];
    }
    await this.take(batch);
    return this.tally;
  }

  private async take(records: readonly CsvRecord[]): Promise<void> {
    const rows: Numbered[] = [];
    for (const record of records) {
      const row = await this.guarded(record, () => this.read(record));
      if (row) rows.push({ ...row, record });
    }
    const there = await this.known(rows.map(({ ref }) => ref));
    const left = rows.filter(({ ref }) => !there.has(ref));
    this.tally.alreadyThere += rows.length - left.length;
    await inParallel(left, IN_FLIGHT, async (row) => {
      if (this.watching.signal?.aborted) return;
      await this.guarded(row.record, () => this.add(row));
      this.progress(row.record);
    });
    const last = records.at(-1);
    if (last) this.progress(last);
  }

  private progress({ read }: CsvRecord): void {
    const { added, alreadyThere, rejected } = this.tally;
    this.watching.progress(added + alreadyThere + rejected, read);
  }

  private read(record: CsvRecord): HistoryRow {
    const row = this.reader.read(record, this.time.now());
    if (this.seen.has(row.ref)) throw new BadRow('ref.repeated');
    this.seen.add(row.ref);
    return row;
  }

  private async known(refs: string[]): Promise<Set<string>> {
    const rows = await this.door.read(importer, (tx) =>
      tx.query<{ source_ref: string }[]>(
        'select source_ref from complaint where source = $1 and source_ref = any($2)',
        [this.source, refs],
      ),
    );
    return new Set(rows.map(({ source_ref }) => source_ref));
  }

  private async add(row: HistoryRow): Promise<void> {
    const { one, messages } = this.live(row);
    const outbox = [searchRow(one, this.time.now())];
    try {
      await this.door.as(importer, (tx) => this.ledger.begin(tx, one, { messages, outbox }));
      this.tally.added += 1;
    } catch (error) {
      const { code, constraint } = error as { code?: unknown; constraint?: unknown };
      // Another import of the same file was quicker.
      if (constraint === ONCE) this.tally.alreadyThere += 1;
      // SQLSTATE classes 22 and 23: what the row says cannot be kept; anything else is not the row's fault.
      else if (/^2[23]/.test(String(code))) throw new BadRow('database.refused');
      else throw error;
    }
  }

  private live(row: HistoryRow): Lived {
    try {
      return this.history.lifeOf(row);
    } catch (error) {
      if (error instanceof Refusal) throw new BadRow('life.refused');
      throw error;
    }
  }

  /** A bad row is told of and stops nothing. */
  private async guarded<T>(record: CsvRecord, work: () => T | Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      this.tally.rejected += 1;
      await this.watching.rejected(record.line, this.reader.refOf(record), error);
      return null;
    }
  }
}
