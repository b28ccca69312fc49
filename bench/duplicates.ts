import { labelledSamples } from './duplicates/samples.js';
import { timeLookUps } from './duplicates/look-ups.js';
import { measure, ways } from './duplicates/verdicts.js';

const samples = labelledSamples();
const measured = Object.entries(ways).map(([way, same]) => measure(samples, way, same));
const pairs = samples.length * (samples.length - 1) * 0.5;
const lookUps = await timeLookUps();

const told = measured.map(({ errors: _, ...figures }) => figures);
const lines = [
  JSON.stringify({ bench: 'duplicates', samples: samples.length, pairs, told, lookUps }),
  `likely the same event, ${samples.length} samples, ${pairs} pairs:`,
  ...measured.map(
    ({ way, found, wrong, missed, precision, recall, f1, errors }) =>
      `  ${way}: ${found} found, ${wrong} wrong, ${missed} missed; precision ${precision}, recall ${recall}, F1 ${f1}` +
      (errors.length > 0 && errors.length < 4 ? ` (${errors.join(', ')})` : ''),
  ),
  `a look-up while somebody writes, over ${lookUps.open.toLocaleString('en-US')} open complaints:`,
  ...lookUps.timed.map(
    ({ case: name, medianMs, p99Ms }) =>
      `  ${name}: median ${medianMs} ms, 99 % within ${p99Ms} ms`,
  ),
];
process.stdout.write(`${lines.join('\n')}\n`);
