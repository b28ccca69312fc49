import { byKeywords, classify, train, type Lesson, type Model, type Subject } from '#classifier';
import { readFileSync } from 'node:fs';

const RUNS = 5;
const city = 'data/hanoi';
const load = <T>(file: string) => JSON.parse(readFileSync(`${city}/${file}`, 'utf8')) as T;

interface Category {
  code: string;
  urgency: string;
  internal?: boolean;
  name: { vi: string; en: string };
  keywords: { vi: string[] };
  urgentWords: { vi: string[] };
}
interface Sample {
  complaint: { text: string };
  expected: { category: string | null; urgency: string };
}

const subjects: Subject[] = load<Category[]>('categories.json')
  .filter(({ internal }) => !internal)
  .map(({ code, urgency, name, keywords, urgentWords }) => ({
    code,
    urgency,
    names: [name.vi, name.en],
    keywords: keywords.vi,
    urgentWords: urgentWords.vi,
  }));
const lessons: Lesson[] = load<Sample[]>('demo/samples.json')
  .filter(({ complaint }) => complaint.text.trim() !== '')
  .map(({ complaint, expected }) => ({ text: complaint.text, ...expected }));
const decided = lessons.filter(({ category }) => category !== null);

/** The baseline learns nothing, so that every text is held out from it. */
function baseline() {
  const places = decided.map(({ text, category }) =>
    byKeywords(subjects, text).indexOf(category ?? ''),
  );
  const right = places.filter((place) => place === 0).length;
  return { right, inThree: places.filter((place) => place >= 0 && place < 3).length };
}

/** Without the keywords, which were written by who wrote the samples: what names and lessons alone give. */
const bare = subjects.map((subject) => ({ ...subject, keywords: [], urgentWords: [] }));

/** Mean microseconds for one text. */
function time(model: Model): number {
  const start = process.hrtime.bigint();
  let done = 0;
  while (process.hrtime.bigint() - start < 500_000_000n)
    for (const { text } of lessons) done += classify(model, text).categories.length >= 0 ? 1 : 0;
  return Number(process.hrtime.bigint() - start) / 1e3 / done;
}

const { model } = train(subjects, lessons, '2026-01-01T00:00:00.000Z');
const alone = train(bare, lessons, '2026-01-01T00:00:00.000Z').model.category.heldOut;
const keywords = baseline();
time(model);
const runs = Array.from({ length: RUNS }, () => time(model)).toSorted((a, b) => a - b);
const microseconds = Math.round(runs[RUNS >> 1] ?? 0);
const { category, urgency } = model;

const share = (right: number, total: number) =>
  `${right}/${total} (${((100 * right) / total).toFixed(0)} %)`;
const keywordsOf = (code: string) =>
  decided.filter(
    ({ text, category: label }) => label === code && byKeywords(subjects, text)[0] === code,
  ).length;

process.stdout.write(
  `${JSON.stringify({ bench: 'classifier', texts: decided.length, keywords, learned: category.heldOut, bar: category.bar, temperature: category.temperature, urgency: { ...urgency.heldOut, bar: urgency.bar }, withoutKeywords: { right: alone.right, inThree: alone.inThree }, microseconds, bytes: JSON.stringify(model).length })}\n`,
);
const lines = [
  `texts of the project's own samples, each held out from what is asked about it (${decided.length} with a category)`,
  `  keywords of the catalogue  right ${share(keywords.right, decided.length)}, among three ${share(keywords.inThree, decided.length)}`,
  `  learned                    right ${share(category.heldOut.right, category.heldOut.total)}, among three ${share(category.heldOut.inThree, category.heldOut.total)}`,
  `  learned without keywords   right ${share(alone.right, alone.total)}, among three ${share(alone.inThree, alone.total)}`,
  `  urgency learned            right ${share(urgency.heldOut.right, urgency.heldOut.total)}`,
  `  calibration error ${category.heldOut.calibrationError}, at or above the bar ${category.bar ?? 'none'}: ${category.heldOut.sure.right} of ${category.heldOut.sure.total} right`,
  `  urgency: calibration error ${urgency.heldOut.calibrationError}, at or above the bar ${urgency.bar ?? 'none'}: ${urgency.heldOut.sure.right} of ${urgency.heldOut.sure.total} right`,
  `  ${microseconds} µs for a text (median of ${RUNS} runs, one core), model of ${Math.round(JSON.stringify(model).length / 1024)} KB`,
  '  by class: texts, right by keywords, right as learned',
  ...Object.entries(category.heldOut.byLabel)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { total, right }]) => `    ${code.padEnd(8)} ${total}  ${keywordsOf(code)}  ${right}`,
    ),
];
process.stdout.write(`${lines.join('\n')}\n`);
