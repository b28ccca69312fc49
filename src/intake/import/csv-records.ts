import { parse } from 'csv-parse/sync';
import { createReadStream } from 'node:fs';
import { StartError } from '../../platform/config/start-error.js';

/** One record with the number of the line that it begins on; `fields` is null where the line is not CSV. */
export interface CsvRecord {
  line: number;
  fields: string[] | null;
  /** Bytes of the file that have been read up to here. */
  read: number;
}

// A quote that is never closed must cost its own line only, not the rest of the file.
const MOST_LINES = 20;
const LONGEST_LINE = 1024 * 1024;

interface Line {
  text: string;
  read: number;
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  const stream = createReadStream(file, { encoding: 'utf8' });
  let rest = '';
  for await (const chunk of stream) {
    const pieces = (rest + String(chunk)).split('\n');
    rest = pieces.pop() ?? '';
    for (const text of pieces) yield { text, read: stream.bytesRead };
    if (rest.length > LONGEST_LINE)
      throw new StartError(`${file} không phải là tệp CSV`, `${file} is not a CSV file`);
  }
  if (rest !== '') yield { text: rest, read: stream.bytesRead };
}

const quotes = (text: string) => text.split('"').length - 1;

function fieldsOf(text: string): string[] | null {
  try {
    const [record] = parse(text, { relax_column_count: true, relax_quotes: true, trim: true });
    return record ?? [];
  } catch {
    return null;
  }
}

/**
 * The records of a CSV file (RFC 4180), the header first; blank lines are passed over.
 * A record goes on over lines while a quote is open, at most 20 of them.
 */
export async function* csvRecords(file: string): AsyncGenerator<CsvRecord> {
  const lines = linesOf(file);
  const ahead: Line[] = [];
  const line = async (at: number): Promise<Line | null> => {
    while (ahead.length <= at) {
      const next = await lines.next();
      if (next.done) return null;
      ahead.push(next.value);
    }
    return ahead[at]!;
  };
  for (let number = 1; ;) {
    const first = await line(0);
    if (!first) return;
    let text = number === 1 ? first.text.replace(/^\uFEFF/, '') : first.text;
    let taken = 1;
    while (quotes(text) % 2 === 1 && taken < MOST_LINES) {
      const next = await line(taken);
      if (!next) break;
      text += `\n${next.text}`;
      taken += 1;
    }
    const closed = quotes(text) % 2 === 0;
    if (!closed) taken = 1;
    const { read } = ahead[taken - 1]!;
    ahead.splice(0, taken);
    if (text.trim() !== '') yield { line: number, fields: closed ? fieldsOf(text) : null, read };
    number += taken;
  }
}
