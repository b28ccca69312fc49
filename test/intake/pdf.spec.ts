import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPdf } from '../../src/intake/files/pdf-check.js';
import { pdf } from '../stories/support/files.js';
import {
  active,
  doubling,
  encrypted,
  inflating,
  nested,
  opensAtPage,
  pdfOf,
} from './support/documents.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dau-moi-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function faultOf(document: Buffer) {
  const path = join(folder, 'document');
  await writeFile(path, document);
  return checkPdf(path);
}

describe('a PDF that is admitted', () => {
  it.each([
    ['a plain one', () => pdfOf()],
    ['of an old writer', () => Promise.resolve(pdf)],
    ['of a hundred pages', () => pdfOf(undefined, 100)],
    ['one that opens at a page', opensAtPage],
  ])('%s', async (_, make) => {
    expect(await faultOf(await make())).toBeNull();
  });
});

describe('a PDF that is refused', () => {
  it.each(Object.entries(active))('%s', async (_, make) => {
    expect(await faultOf(await make())).toBe('active_content');
  });

  it('of more than a hundred pages', async () => {
    expect(await faultOf(await pdfOf(undefined, 101))).toBe('pages');
  });

  it('that is encrypted', async () => {
    expect(await faultOf(await encrypted())).toBe('encrypted');
  });

  it.each([
    ['without pages', () => pdf.toString().replace('Kids[3 0 R]/Count 1', 'Kids[]/Count 0')],
    ['that is cut', () => pdf.toString().slice(0, 120)],
    ['with the end in the middle', () => pdf.toString() + 'a'.repeat(2000)],
    ['whose pages go round', () => pdf.toString().replace('Kids[3 0 R]', 'Kids[2 0 R]')],
    ['that is a page of the web', () => '%PDF-1.7\n<html><script>alert(1)</script></html>%%EOF'],
    ['that inflates', inflating],
    ['that is nested', nested],
    ['that never ends to be counted', doubling],
  ])('%s', async (_, make) => {
    const document = Buffer.from(await make());
    const before = process.memoryUsage.rss();
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
    const from = performance.now();
    expect(await faultOf(document)).toBe('unreadable');
    clearInterval(watch);
    expect(performance.now() - from).toBeLessThan(20_000);
    expect(most - before).toBeLessThan(400_000_000);
  });

  it('that is an archive too', async () => {
    const end = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
    expect(await faultOf(Buffer.concat([pdf, end]))).toBe('archive');
    const inside = pdf.toString('latin1').replace('%%EOF', `%${end.toString('latin1')}\n%%EOF`);
    expect(await faultOf(Buffer.from(inside, 'latin1'))).toBe('archive');
  });
});
