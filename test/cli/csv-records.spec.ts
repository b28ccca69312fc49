import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { csvRecords } from '../../src/intake/import/csv-records.js';
import { temporaryFolder } from '../platform/temporary.js';

const folder = await temporaryFolder();

describe('CSV', () => {
  const read = async (text: string) => {
    const file = join(folder, 'file.csv');
    await writeFile(file, text);
    const records: [number, string[] | null][] = [];
    for await (const { line, fields } of csvRecords(file)) records.push([line, fields]);
    return records;
  };

  it('counts lines over quoted line ends, blank lines and a byte order mark', async () => {
    expect(await read('\uFEFFa,b\r\n1,2\r\n"x\ny",2\n\n3,"4 ""5"""\n6,7')).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
      [3, ['x\ny', '2']],
      [6, ['3', '4 "5"']],
      [7, ['6', '7']],
    ]);
  });

  it('loses one line to a quote that is never closed', async () => {
    expect(await read('a,b\n1,"2\n3,4\n5,6\n')).toEqual([
      [1, ['a', 'b']],
      [2, null],
      [3, ['3', '4']],
      [4, ['5', '6']],
    ]);
  });

  it('reads back whatever was written', async () => {
    // Records are trimmed of blanks, and lines end with \n.
    const field = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replaceAll(/[\r\uFEFF]/g, '').trim());
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, field, fc.constant('end')), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const text = rows.map((row) => row.map(quoted).join(',')).join('\n');
          expect((await read(text)).map(([, fields]) => fields)).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });
});
