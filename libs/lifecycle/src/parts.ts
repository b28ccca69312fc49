import type { Digest } from './commands.js';
import type { EventOf } from './events.js';

export const partStatuses = ['asked', 'accepted', 'answered', 'returned', 'withdrawn'] as const;
export type PartStatus = (typeof partStatuses)[number];

/** What one supporting agency is there for. An agency that was only named has no task, and owes nothing in time. */
export interface Part {
  number: number;
  agency: string;
  task: string;
  status: PartStatus;
  officer: string | null;
  answer: Digest | null;
}

/** Still to be done. */
export const isOpenPart = ({ status }: Part): boolean =>
  status === 'asked' || status === 'accepted';

const isLiving = (part: Part) => isOpenPart(part) || part.status === 'answered';

/** Of an agency that was only named and has done nothing, nothing is kept. */
const onlyNamed = ({ task, status }: Part) => task === '' && status === 'asked';

/** The parts, and the agencies that support now. */
interface Support {
  parts: readonly Part[];
  supporting: readonly string[];
}
type Change = { parts: Part[]; supporting: string[] };

const withdrawn = (part: Part): Part =>
  isOpenPart(part) ? { ...part, status: 'withdrawn' } : part;

const nextNumber = (parts: readonly Part[]) =>
  Math.max(0, ...parts.map(({ number }) => number)) + 1;

const withPart = (parts: readonly Part[], agency: string, task: string): Part[] => [
  ...parts,
  { number: nextNumber(parts), agency, task, status: 'asked', officer: null, answer: null },
];

/** The parts without what a task for the agency replaces. */
const withoutNamed = (parts: readonly Part[], agency: string) =>
  parts.filter((part) => !(onlyNamed(part) && part.agency === agency));

/** The number that a new part of the agency gets. */
export const numberFor = ({ parts }: Support, agency: string): number =>
  nextNumber(withoutNamed(parts, agency));

/** Nobody leads any more: what was asked of others is withdrawn, and they are out of it. */
export const released = ({ parts }: Support): Change => ({
  parts: parts.filter((part) => !onlyNamed(part)).map(withdrawn),
  supporting: [],
});

/** Somebody is put in charge, with these to support: parts of the others are withdrawn. */
export function named({ parts }: Support, supporting: readonly string[]): Change {
  const kept = parts
    .filter((part) => !onlyNamed(part))
    .map((part) => (supporting.includes(part.agency) ? part : withdrawn(part)));
  const living = kept.filter(isLiving).map(({ agency }) => agency);
  const fresh = supporting.filter((code) => !living.includes(code));
  return {
    parts: fresh.reduce<Part[]>((all, code) => withPart(all, code, ''), kept),
    supporting: [...supporting],
  };
}

/** What an agency that has ended had to do is its successor's; whoever leads supports nobody. */
export function inherited(
  { parts, supporting }: Support,
  from: string,
  to: string,
  lead: string | null,
): Change {
  const heir = (code: string) => (code === from ? to : code);
  const heirs = [...new Set(supporting.map(heir))];
  return {
    parts: parts
      .map((part) => ({ ...part, agency: heir(part.agency) }))
      .filter((part) => !(onlyNamed(part) && part.agency === lead))
      .map((part) => (part.agency === lead ? withdrawn(part) : part)),
    supporting: heirs.filter((code) => code !== lead),
  };
}

const changed = ({ parts }: Support, number: number, change: Partial<Part>): Part[] =>
  parts.map((part) => (part.number === number ? { ...part, ...change } : part));

/** A part is over without an answer: its agency is out, unless another part of it stays. */
function over(s: Support, number: number, status: 'returned' | 'withdrawn'): Change {
  const parts = changed(s, number, { status });
  const left = parts.find((part) => part.number === number)?.agency;
  const stays = (code: string) =>
    code !== left || parts.some((part) => part.agency === code && isLiving(part));
  return { parts, supporting: s.supporting.filter(stays) };
}

type PartEvent =
  | 'part_added'
  | 'part_withdrawn'
  | 'part_accepted'
  | 'part_answered'
  | 'part_returned'
  | 'split_off';

/** What each event makes of the parts. */
export const partChanges: { [T in PartEvent]: (s: Support, event: EventOf<T>) => Partial<Change> } =
  {
    part_added: ({ parts, supporting }, { data: { agency, task } }) => ({
      parts: withPart(withoutNamed(parts, agency), agency, task),
      supporting: [...new Set([...supporting, agency])],
    }),
    part_withdrawn: (s, { data }) => over(s, data.number, 'withdrawn'),
    part_accepted: (s, { data: { number, officer } }) => ({
      parts: changed(s, number, { status: 'accepted', officer }),
    }),
    part_answered: (s, { data: { number, text } }) => ({
      parts: changed(s, number, { status: 'answered', answer: text }),
    }),
    part_returned: (s, { data }) => over(s, data.number, 'returned'),
    split_off: (s, { data }) => (data.number === null ? {} : over(s, data.number, 'withdrawn')),
  };
