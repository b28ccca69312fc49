import type { PlaceName, PlaceWords } from './place-words.js';

/** Names that many streets begin with: two words of such a name are not the name yet. */
const familyNames = new Set(
  'nguyen tran le pham phan hoang vu ly ngo dang bui do ho to doan dinh trinh huynh vo duong'.split(
    ' ',
  ),
);

const phrase = ({ words }: PlaceName) => ` ${words.join(' ')} `;

/** Whether a name whose end is known occurs in the other's words; one word alone needs to be a name there too. */
function isIn(name: PlaceName, other: PlaceWords): boolean {
  if (!name.closed) return false;
  if (name.words.length > 1) return other.key.includes(phrase(name));
  return other.names.some(
    ({ kind, closed, words }) => closed && kind === name.kind && words.join() === name.words.join(),
  );
}

/** Two street names of which neither end is known begin alike, by more words than chance would give. */
function beginAlike(a: PlaceName, b: PlaceName): boolean {
  if (a.kind !== 'street' || b.kind !== 'street' || a.closed || b.closed) return false;
  const differs = a.words.findIndex((word, at) => word !== b.words[at]);
  const common = differs === -1 ? a.words.length : differs;
  return common >= (familyNames.has(a.words[0] ?? '') ? 3 : 2);
}

/** A name that both have, as one of them has written it; streets before others. */
export function sharedName(a: PlaceWords, b: PlaceWords): PlaceName | null {
  const shared = [
    ...a.names.filter((name) => isIn(name, b)),
    ...b.names.filter((name) => isIn(name, a)),
    ...a.names.filter((name) => b.names.some((other) => beginAlike(name, other))),
  ];
  return shared.find(({ kind }) => kind === 'street') ?? shared[0] ?? null;
}

/** What their numbers say: the same one, others, or nothing where one has none. */
export function numbersMeet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean | null {
  if (a.size === 0 || b.size === 0) return null;
  return [...a].some((one) => b.has(one));
}

/** Whether each names a street, and so another one where they share none. */
export const bothNameStreets = (a: PlaceWords, b: PlaceWords): boolean =>
  [a, b].every(({ names }) => names.some(({ kind, closed }) => kind === 'street' && closed));
