import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dau-moi-direction-'));
  await cp('.oxlintrc.json', join(folder, '.oxlintrc.json'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What lint says of files laid into a tree of their own under the project's rules. */
async function lint(files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const oxlint = resolve('node_modules', 'oxlint', 'bin', 'oxlint');
  return spawnSync(process.execPath, [oxlint], { cwd: folder, encoding: 'utf8' }).stdout;
}

describe('lint', () => {
  it.each([
    ['platform', 'people'],
    ['catalog', 'complaints'],
    ['complaints', 'intake'],
    ['routing', 'deadlines'],
    ['intake', 'live'],
    ['delivery', 'start'],
  ])('does not let %s look up or beside to %s', async (from, to) => {
    const said = await lint({
      [`src/${to}/one.ts`]: 'export const one = 1;\n',
      [`src/${from}/up.ts`]: `export { one } from '../${to}/one.js';\n`,
    });
    expect(said).toContain(`src/${from}/up.ts`);
    expect(said).toContain('no-restricted-imports');
  });

  it('finds a cycle', async () => {
    const said = await lint({
      'src/people/a.ts': "import { b } from './b.js';\nexport const a = () => b;\n",
      'src/people/b.ts': "import { a } from './a.js';\nexport const b = () => a;\n",
    });
    expect(said).toContain('no-cycle');
  });

  it('keeps Nest, SQL and files out of the libraries', async () => {
    const said = await lint({
      'libs/any/src/a.ts': "export { Injectable } from '@nestjs/common';\n",
      'libs/any/src/b.ts': "export { DataSource } from 'typeorm';\n",
      'libs/any/src/c.ts': "export { readFile } from 'node:fs/promises';\n",
    });
    for (const file of ['a', 'b', 'c']) expect(said).toContain(`libs/any/src/${file}.ts`);
  });
});
