import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../src/platform/config/project-root.js';

const root = projectRoot();
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => ending.test(file) && !file.includes('/dist/'));

type Catalogue = { [key: string]: string | Catalogue };

function keysOf(catalogue: Catalogue, above = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [above + key] : keysOf(value, `${above}${key}.`),
  );
}

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Catalogue;

/** English has forms for one and for many where Vietnamese has one. */
const plain = (keys: string[]) =>
  [...new Set(keys.map((key) => key.replace(/_(one|other)$/, '')))].toSorted();

const catalogues = filesIn('web/staff', /words\/vi\.json$/).map(dirname);

describe.each(catalogues)('the words of %s', (folder) => {
  const vi = keysOf(read(join(folder, 'vi.json')));
  const en = keysOf(read(join(folder, 'en.json')));

  it('are the same in both languages', () => {
    expect(plain(en)).toEqual(plain(vi));
  });

  it('are said in both', () => {
    const silent = ['vi', 'en'].flatMap(
      (language) =>
        JSON.stringify(read(join(folder, `${language}.json`))).match(/"":|: ?""/g) ?? [],
    );
    expect(silent).toEqual([]);
  });
});

const told = ['aria-label', 'label', 'placeholder', 'title', 'alt', 'description', 'error'];

/** What is the same in both languages: the name, the languages in themselves, keys, kinds of files, a code. */
const shared =
  /^(Đầu Mối|English|Tiếng Việt|\(?(PDF|JSON|kB)\)?|(Ctrl|Alt) \S+|[0-9A-Z]{4}(-[0-9A-Z]{4}){3})$/;
const isText = (text: string) => /\p{L}{2}/u.test(text) && !shared.test(text.trim());

/** Text that stands in a component instead of in a catalogue. */
function hardCodedIn(text: string, file = 'a.tsx'): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isText(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && told.includes(node.name.getText())) {
      const { initializer } = node;
      if (initializer && ts.isStringLiteral(initializer) && isText(initializer.text))
        found.push(`${node.name.getText()}="${initializer.text}"`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((one) => `${file}: ${one}`);
}

const hardCoded = (file: string) => hardCodedIn(readFileSync(join(root, file), 'utf8'), file);

describe('components', () => {
  it('say nothing that is not in a catalogue', () => {
    const components = [...filesIn('web', /\.tsx$/), ...filesIn('src/pages', /\.tsx$/)];
    expect(components.length).toBeGreaterThan(20);
    expect(components.flatMap(hardCoded)).toEqual([]);
  });

  it('would be found out', () => {
    expect(hardCodedIn('const a = <p title="Xin chào">Chào bạn</p>;')).toHaveLength(2);
    expect(hardCodedIn('const a = <p className="lead">{t("said")} · 12</p>;')).toEqual([]);
  });
});

/** Keys that a file asks for by their whole name. */
const asked = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/\bt\('([\w.:-]+)'/g)].map(
    ([, name = '']) => name.split(':').at(-1) ?? '',
  );

describe('the keys that components ask for', () => {
  const known = catalogues.flatMap((folder) => plain(keysOf(read(join(folder, 'vi.json')))));

  it('are in a catalogue', () => {
    const missing = filesIn('web/staff', /\.tsx?$/).flatMap((file) =>
      asked(file)
        .filter((key) => !known.some((one) => one === key || one.startsWith(`${key}.`)))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});
