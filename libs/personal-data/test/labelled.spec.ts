import { describe, expect, it } from '@jest/globals';
import { find, personalKinds } from '../src/index.js';
import { labelled, type Labelled } from './support/labelled.js';

const foundIn = (text: string) =>
  find(text).map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) }));

const toBeFound = ({ expected }: Labelled) =>
  expected.filter(({ missed }) => !missed).map(({ kind, words }) => ({ kind, words }));

const nfd = ({ text, expected }: Labelled): Labelled => ({
  text: text.normalize('NFD'),
  expected: expected.map((one) => ({ ...one, words: one.words.normalize('NFD') })),
});

describe('labelled sentences', () => {
  it('are at least 80, each kind at least twice', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(80);
    for (const kind of personalKinds) {
      const count = labelled.flatMap(({ expected }) => expected).filter((one) => one.kind === kind);
      expect([kind, count.length > 1]).toEqual([kind, true]);
    }
  });

  it.each(labelled)('$text', (one) => {
    expect(foundIn(one.text)).toEqual(toBeFound(one));
  });

  it.each(labelled.map(nfd))('decomposed: $text', (one) => {
    expect(foundIn(one.text)).toEqual(toBeFound(one));
  });

  it('give recall and precision per kind', () => {
    const key = ({ kind, words }: { kind: string; words: string }) => `${kind}:${words}`;
    const figures = personalKinds.map((kind) => {
      let [right, expected, found] = [0, 0, 0];
      for (const { text, expected: wanted } of labelled) {
        const mine = foundIn(text).filter((one) => one.kind === kind);
        const labels = wanted.filter((one) => one.kind === kind).map(key);
        right += mine.filter((one) => labels.includes(key(one))).length;
        expected += labels.length;
        found += mine.length;
      }
      return { kind, expected, recall: right / expected, precision: right / found };
    });
    process.stdout.write(`${figures.map((one) => JSON.stringify(one)).join('\n')}\n`);
    const least: Partial<Record<string, number>> = { name: 0.8, phone: 0.95, address: 0.85 };
    for (const { kind, recall, precision } of figures) {
      expect([kind, precision]).toEqual([kind, 1]);
      expect([kind, recall >= (least[kind] ?? 1)]).toEqual([kind, true]);
    }
  });
});
