import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { permissionsDocument } from '#permissions';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../src/platform/config/project-root.js';

const root = projectRoot();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, part = '']) => part);
const under = (folder: string, end: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file));

const documents = ['README.md', 'CHANGELOG.md', 'docker/README.md', ...under('docs', '.md')];

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('links to files and headings that exist', () => {
    const links = all(text, /\]\((?!https?:)([^)]+)\)/g);
    const broken = links.filter((link) => {
      const [path = '', heading] = link.split('#');
      const file = path === '' ? document : join(dirname(document), path);
      if (!existsSync(join(root, file))) return true;
      return heading !== undefined && !headingsOf(read(file)).includes(heading);
    });
    expect(broken).toEqual([]);
  });

  it('names paths that exist', () => {
    const named = all(text, /`((?:src|libs|test|data|docs|docker|scripts|bench)\/[\w./-]+)`/g);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names no place of the machine it was written on', () => {
    expect(text).not.toMatch(/\/(work|root|home)\/|\/tmp\b/);
  });
});

function headingsOf(text: string): string[] {
  return all(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('operations', () => {
  const text = read('docs/operations.md');

  it('has every variable of the environment, and no other', () => {
    const known = all(read('src/platform/config/config.ts'), /read\('([A-Z_]+)'/g);
    expect(known.length).toBeGreaterThan(10);
    const table = text.slice(text.indexOf('## Environment'), text.indexOf('## Start and stop'));
    expect(all(table, /^\| `([A-Z_]+)`/gm).toSorted()).toEqual(known.toSorted());
  });

  it('has every metric of ours', () => {
    const gauges = all(read('src/measures.ts'), /gauges?\(\s*'(\w+)'/g).map(
      (name) => `dau_moi_${name}`,
    );
    const others = all(read('src/platform/metrics/metrics.ts'), /name: '(dau_moi_\w+)'/g);
    expect([...gauges, ...others].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('has every line that can prevent a start, and no other', () => {
    const table = all(text.slice(text.indexOf('## When it does not start')), /^\| `([^`]+)`/gm);
    const speaks = (line: string) => (entry: string) =>
      entry.split('…').every((part) => line.includes(part));
    const lines = startLines();
    expect(lines.length).toBeGreaterThan(25);
    expect(lines.filter((line) => !table.some(speaks(line)))).toEqual([]);
    expect(table.filter((entry) => !lines.some((line) => speaks(line)(entry)))).toEqual([]);
  });
});

/** The English halves of what the program and its start script say when they give up. */
function startLines(): string[] {
  const literal = (n: number) => `(['\`])((?:\\\\.|(?!\\${n})[^])*)\\${n}`;
  const said = new RegExp(`(?:StartError|unfit)\\(\\s*${literal(1)},\\s*${literal(3)}`, 'g');
  const program = under('src', '.ts')
    .filter((file) => !/^src\/(cli|intake)\//.test(file))
    .flatMap((file) => [...read(file).matchAll(said)].map(([, , , , english = '']) => english));
  const script = all(read('scripts/ensure.mjs'), / \/ ([A-Z][^'`]+[^…'`])['`]/g);
  return [...program, ...script].map((line) =>
    line.replaceAll('${ACCOUNT}', 'postgres').replaceAll('${OLDEST}', '15'),
  );
}

describe('decisions', () => {
  const files = readdirSync(join(root, 'docs/decisions')).toSorted();

  it('are numbered without a gap, each with date, status, reasons and what was rejected', () => {
    files.forEach((file, at) => {
      const number = String(at + 1).padStart(4, '0');
      expect(file).toMatch(new RegExp(`^${number}-[a-z0-9-]+\\.md$`));
      expect(read(`docs/decisions/${file}`)).toMatch(
        new RegExp(`^# ${number}\\. .*\\n\\nDate: \\d{4}-\\d\\d-\\d\\d\\. Status: \\w+\\.`),
      );
      expect(read(`docs/decisions/${file}`)).toMatch(/## Decision[^]*## Rejected/);
    });
  });

  it('give a reason for every dependency, and for no other', () => {
    const text = read('docs/decisions/0011-dependencies.md');
    const { dependencies, devDependencies, overrides } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies' | 'overrides',
      Record<string, string>
    >;
    const used = Object.keys({ ...dependencies, ...devDependencies, ...overrides });
    expect(all(text, /^\| `([^`]+)`/gm).toSorted()).toEqual(used.toSorted());
  });
});

describe('permissions', () => {
  it('are the table that the program goes by', async () => {
    const config = await resolveConfig(join(root, 'docs/permissions.md'));
    const table = await format(permissionsDocument(), { ...config, parser: 'markdown' });
    expect(read('docs/permissions.md')).toBe(table);
  });
});

describe.each(['docker/compose.yaml', 'docker/compose.replicas.yaml'])('%s', (file) => {
  const text = read(file);

  it('is YAML', async () => {
    await expect(format(text, { parser: 'yaml' })).resolves.toContain('services:');
  });

  it('names only files that exist', () => {
    const paths = all(text, /(?:^\s*- |file: |context: )(\.{1,2}(?:\/[^\s:]*)?)/gm);
    const fromContext = all(text, /dockerfile: (\S+)/g).map((path) => join('..', path));
    const missing = [...paths, ...fromContext].filter(
      (path) => !existsSync(join(root, 'docker', path)),
    );
    expect(missing).toEqual([]);
  });

  it('holds no password', () => {
    expect(text).not.toMatch(/PASSWORD: (?!\$\{\w+:\?)/);
    expect(text).not.toMatch(/:\/\/\w+:(?!\$\{\w+:\?)[^@\s]*@/);
  });

  // Reading a compose file needs a client alone, no engine; .ci/run brings one.
  const client = [['docker', 'compose'], ['docker-compose']].find(
    ([program = '', ...args]) => spawnSync(program, [...args, 'version']).status === 0,
  );
  (client ? it : it.skip)('is understood by docker compose', () => {
    const [program = '', ...args] = client ?? [];
    const env = {
      PATH: process.env['PATH'],
      POSTGRES_PASSWORD: 'x',
      PUBLIC_URL: 'https://x.example',
      DATABASE_URL: 'postgres://x.example/x',
      SECRET_KEY_FILE: join(root, 'LICENSE'),
      IDENTITY_KEYS: 'x',
    };
    execFileSync(program, [...args, '--file', join(root, file), 'config', '--quiet'], { env });
  });
});
