import { share } from './views.js';

/** Of fewer complaints due, a share says more of chance than of the agency. */
export const LEAST_TO_RANK = 5;

interface Judged {
  agency: string;
  type: string;
  kept: number;
  broken: number;
}

export type Ranked<T> = T & { onTime: number | null; rank: number | null; ranked: number };

const due = ({ kept, broken }: Judged) => kept + broken;

/** By type, the best share first; equal shares have one rank, and who has too few cases none. */
export function ranked<T extends Judged>(rows: readonly T[]): Ranked<T>[] {
  const types = [...new Set(rows.map(({ type }) => type))].toSorted();
  return types.flatMap((type) => ofType(rows.filter((row) => row.type === type)));
}

function ofType<T extends Judged>(rows: readonly T[]): Ranked<T>[] {
  const shared = rows.map((row) => ({ ...row, onTime: share(row.kept, due(row)) }));
  const better = (a: { onTime: number | null }, b: { onTime: number | null }) =>
    (b.onTime ?? 0) - (a.onTime ?? 0);
  const enough = shared
    .filter((row) => due(row) >= LEAST_TO_RANK)
    .toSorted((a, b) => better(a, b) || due(b) - due(a) || a.agency.localeCompare(b.agency));
  const few = shared
    .filter((row) => due(row) < LEAST_TO_RANK)
    .toSorted((a, b) => due(b) - due(a) || a.agency.localeCompare(b.agency));
  const rankOf = (row: { onTime: number | null }) =>
    enough.filter((other) => better(other, row) < 0).length + 1;
  return [
    ...enough.map((row) => ({ ...row, rank: rankOf(row), ranked: enough.length })),
    ...few.map((row) => ({ ...row, rank: null, ranked: enough.length })),
  ];
}
