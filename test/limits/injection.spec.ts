import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { RejectsFile } from '../../src/cli/rejects-file.js';
import { BadRow } from '../../src/intake/import/bad-row.js';
import { csvLine } from '../../src/platform/csv.js';
import { Log } from '../../src/platform/logging/log.js';
import { temporaryFolder } from '../platform/temporary.js';

const folder = await temporaryFolder();

/** Texts that often begin as a formula does, or hold what ends a cell or a line. */
const cell = fc
  .tuple(
    fc.constantFrom(
      '',
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '＝',
      '＋',
      '－',
      '＠',
      "'",
      '"',
      '=cmd|',
    ),
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(',', '"', '\r\n', '",=1+1', '\n=1')),
  )
  .map((parts) => parts.join(''));

const read = (text: string) =>
  parse(text, { relaxColumnCount: true, recordDelimiter: '\n', bom: false }) as string[][];

describe('a line of CSV', () => {
  it('reads as the cells that it was made of, and none of them can run', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const rows = read(csvLine(cells));
        expect(rows).toHaveLength(1);
        const [row = []] = rows;
        expect(row.map((one, at) => (one === cells[at] ? one : one.slice(1)))).toEqual(cells);
        for (const one of row) expect(one).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [['=1+1', 'a'], `"'=1+1",a\n`],
    [['+84900000001'], `"'+84900000001"\n`],
    [['-12.5', -12.5], `"'-12.5",-12.5\n`],
    [['@SUM(A1)', 0], `"'@SUM(A1)",0\n`],
    [['\tx', '\rx'], `"'\tx","'\rx"\n`],
    [['a-b', 'a=b', ''], `a-b,"a=b",\n`],
    [['nói "có", rồi thôi'], `"nói ""có"", rồi thôi"\n`],
  ])('of %j is %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it('is what the file of bad rows is written in', async () => {
    const file = await RejectsFile.at(join(folder, 'rejects.csv'));
    await file.add(2, '=HYPERLINK("http://evil.example","x")', new BadRow('ref.missing'));
    await file.close();
    const [header, row] = read(await readFile(file.path, 'utf8'));
    expect(header).toEqual(['line', 'ref', 'code', 'reason']);
    expect(row?.[1]).toMatch(/^'=HYPERLINK/);
    for (const one of row ?? []) expect(one).not.toMatch(/^[=+\-@]/);
  });
});

describe('a log line', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\u001b[2J',
          '\u009b31m',
          '\u2028',
          '\u202e',
          '\u0000',
          '\u007f',
        ),
        fc.constantFrom('"}\n{"level":50,"msg":"forged"}', '\\n', '${7*7}', '%s%n'),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));

  it('is one JSON object without a control character, whatever is logged', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const written: string[] = [];
        const log = new Log('trace', { write: (line: string) => written.push(line) });
        const error = Object.assign(new Error(text), { name: other, code: text });
        log.fact(text, { value: other, [`key ${text}`]: other });
        log.trouble(text, { value: other });
        log.failure(text, error, { value: other });
        log.log(text, other);
        log.warn(text, other);
        log.error(text, other, text);
        expect(written).toHaveLength(6);
        for (const line of written) {
          expect(line).toMatch(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+\n$/u);
          expect(JSON.parse(line)).toHaveProperty('level');
        }
        expect(JSON.parse(written[0] ?? '')).toHaveProperty('msg');
      }),
      { numRuns: 300 },
    );
  });
});
