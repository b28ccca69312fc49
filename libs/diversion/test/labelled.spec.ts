import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Recogniser, procedures, type DiversionRules } from '../src/index.js';
import { labelled } from './support/labelled.js';

interface Sample {
  id: string;
  complaint: { text: string };
  expected: { action: string };
}

const load = (file: string): unknown =>
  JSON.parse(readFileSync(join(process.cwd(), 'data', 'hanoi', file), 'utf8'));
const recogniser = new Recogniser(load('diversion.json') as DiversionRules);
const samples = load(join('demo', 'samples.json')) as Sample[];

const told = (text: string) => {
  const found = recogniser.recognise(text);
  return found && { procedure: found.procedure, certainty: found.certainty };
};

describe('labelled sentences', () => {
  it('are at least 60', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(60);
  });

  it.each(labelled)('$text', ({ text, told: expected }) => {
    expect(told(text)).toEqual(expected);
  });

  it.each(labelled)('decomposed: $text', ({ text, told: expected }) => {
    expect(told(text.normalize('NFD'))).toEqual(expected);
  });

  // A name is known by its capitals, so where everything is in capitals only the certainty may be less.
  it.each(labelled)('in capitals: $text', ({ text, told: expected }) => {
    expect(told(text.toUpperCase())?.procedure).toEqual(expected?.procedure);
  });

  it('are told with this precision and recall', () => {
    const figures = procedures.flatMap((procedure) =>
      (['sure', 'asked or sure'] as const).map((what) => {
        const mine = labelled.filter(
          ({ text }) =>
            told(text)?.procedure === procedure &&
            (what !== 'sure' || told(text)?.certainty === 'sure'),
        );
        const right = mine.filter(({ is }) => is === procedure).length;
        const all = labelled.filter(({ is }) => is === procedure).length;
        return { procedure, what, all, precision: right / mine.length, recall: right / all };
      }),
    );
    process.stdout.write(`${figures.map((one) => JSON.stringify(one)).join('\n')}\n`);
    for (const { what, precision, recall } of figures) {
      expect(precision).toBeGreaterThanOrEqual(what === 'sure' ? 1 : 0.65);
      expect(recall).toBeGreaterThanOrEqual(what === 'sure' ? 0.6 : 0.9);
    }
  });
});

describe("the project's samples", () => {
  const expected: Record<string, unknown> = {
    divert_complaint: { procedure: 'formal_complaint', certainty: 'sure' },
    divert_denunciation: { procedure: 'denunciation', certainty: 'sure' },
  };

  it.each(samples)('$id', ({ complaint, expected: { action } }) => {
    expect(told(complaint.text)).toEqual(expected[action] ?? null);
  });
});
