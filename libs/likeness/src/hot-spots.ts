import { distance } from './near.js';
import type { Point } from './types.js';

/** How many reports of one family a small piece of the map has. */
export interface Cell extends Point {
  family: string;
  count: number;
}

/** Puts cells together around the fullest of them: whatever of a family is within so many metres of one belongs to it. */
export function hotSpots<T extends Cell>(cells: readonly T[], meters: number): [T, ...T[]][] {
  const spots: [T, ...T[]][] = [];
  for (const cell of cells.toSorted((a, b) => b.count - a.count)) {
    const near = spots.find(
      ([center]) => center.family === cell.family && distance(center, cell) <= meters,
    );
    if (near) near.push(cell);
    else spots.push([cell]);
  }
  return spots;
}
