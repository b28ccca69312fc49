import { customerCodesIn, emailsIn, passportsIn, platesIn } from './codes.js';
import { personalKinds, publicNumbers, type Span } from './kinds.js';
import { numbersIn, spokenPhonesIn } from './numbers.js';
import { housesIn, namesIn } from './people.js';
import { shadowOf, type Shadow } from './shadow.js';

/** Where two spans overlap the more specific kind stays, and of one kind the longer. */
function settled(spans: Span[], units: number): Span[] {
  const taken = new Uint8Array(units);
  const rank = ({ kind }: Span) => personalKinds.indexOf(kind);
  const kept = spans
    .toSorted(
      (a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
    )
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    });
  return kept.toSorted((a, b) => a.start - b.start);
}

const inOriginal =
  ({ from, to }: Shadow) =>
  ({ kind, start, end }: Span): Span => ({ kind, start: from[start] ?? 0, end: to[end - 1] ?? 0 });

/** What is personal in a text, in order and without overlap; `open` are the numbers that everybody may read. */
export function find(text: string, open: readonly string[] = publicNumbers): Span[] {
  const shadow = shadowOf(text);
  const spans = [
    ...emailsIn(shadow),
    ...customerCodesIn(shadow),
    ...numbersIn(shadow, new Set(open)),
    ...spokenPhonesIn(shadow),
    ...passportsIn(shadow),
    ...platesIn(shadow),
    ...namesIn(shadow),
    ...housesIn(shadow),
  ];
  return settled(spans, shadow.plain.length).map(inOriginal(shadow));
}
