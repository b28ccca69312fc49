import { nfc } from '#vietnamese';
import { DateTime } from 'luxon';
import { StartError } from '../../platform/config/start-error.js';
import { BadRow, type BadReason } from './bad-row.js';
import type { CsvRecord } from './csv-records.js';
import { importedColumns, type ImportedColumn, type Mapping, type Outcome } from './mapping.js';

/** A request of the other system in this one's words. */
export interface HistoryRow {
  ref: string;
  createdAt: Date;
  closedAt: Date;
  type: Mapping['categories'][string];
  outcome: Outcome;
  channel: string;
  ward: string;
  address: string | null;
}

// As a filing's own limits; the reference stands in an index.
const LONGEST_REF = 100;
const LONGEST_ADDRESS = 300;

const CONTROL = /(?![\t\n\r\u0080-\u009f])\p{Cc}|\ufffd/u;

/** Reads records by the header of their file. */
export class RowReader {
  private readonly width: number;
  private readonly places: Record<ImportedColumn, number>;

  /** @throws StartError when the file has no header, or one without a column of the mapping */
  constructor(
    private readonly mapping: Mapping,
    header: CsvRecord | undefined,
  ) {
    const names = header?.fields ?? [];
    const places = importedColumns.map(
      (column) => [column, names.indexOf(mapping.columns[column])] as const,
    );
    const absent = places.filter(([, at]) => at < 0).map(([column]) => mapping.columns[column]);
    if (absent.length > 0)
      throw new StartError(
        `Tệp không có dòng tiêu đề với các cột ${absent.join(', ')}`,
        `The file has no header with the columns ${absent.join(', ')}`,
      );
    this.width = names.length;
    this.places = Object.fromEntries(places) as Record<ImportedColumn, number>;
  }

  /** The reference of a record, where one can be made out. */
  refOf({ fields }: CsvRecord): string {
    return fields?.[this.places.ref]?.slice(0, LONGEST_REF) ?? '';
  }

  /** @throws BadRow */
  read(record: CsvRecord, now: Date): HistoryRow {
    const { fields } = record;
    if (!fields) throw new BadRow('csv.broken');
    if (fields.length !== this.width) throw new BadRow('columns.count');
    const value = (column: ImportedColumn) => fields[this.places[column]] ?? '';
    const ref = value('ref');
    const address = value('address');
    if (ref === '') throw new BadRow('ref.missing');
    if (ref.length > LONGEST_REF || address.length > LONGEST_ADDRESS)
      throw new BadRow('text.too_long');
    if (CONTROL.test(ref) || CONTROL.test(address)) throw new BadRow('text.control');
    const { categories, statuses, channels, areas } = this.mapping;
    const createdAt = this.instant(value('createdAt'), 'created.unreadable');
    const closedAt = this.instant(value('closedAt'), 'closed.unreadable');
    if (closedAt < createdAt) throw new BadRow('closed.before_created');
    if (closedAt > now) throw new BadRow('closed.future');
    return {
      ref,
      createdAt,
      closedAt,
      type: known(categories, value('type'), 'type.unknown'),
      outcome: known(statuses, value('status'), 'status.unknown'),
      channel: known(channels, value('channel'), 'channel.unknown'),
      ward: known(areas, value('area'), 'area.unknown'),
      address: nfc(address) || null,
    };
  }

  private instant(text: string, reason: BadReason): Date {
    const { timeZone: zone, dateFormat } = this.mapping;
    const moment = DateTime.fromFormat(text, dateFormat, { zone, locale: 'en-US' });
    if (!moment.isValid) throw new BadRow(reason);
    return moment.toJSDate();
  }
}

function known<T>(table: Record<string, T>, key: string, reason: BadReason): T {
  if (!Object.hasOwn(table, key)) throw new BadRow(reason);
  return table[key]!;
}
