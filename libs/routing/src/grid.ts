export interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

export const contains = (box: Box, x: number, y: number): boolean =>
  x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;

export const merge = (a: Box, b: Box): Box => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
});

export function boxAround(rings: Float64Array[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const x = ring[i] ?? 0;
      const y = ring[i + 1] ?? 0;
      box.minX = Math.min(box.minX, x);
      box.minY = Math.min(box.minY, y);
      box.maxX = Math.max(box.maxX, x);
      box.maxY = Math.max(box.maxY, y);
    }
  }
  return box;
}

const NONE: readonly never[] = [];

/** Boxed items by cell, in their given order, so that a lookup sees the few that may contain a point. */
export class Grid<T extends { box: Box }> {
  private readonly side: number;
  private readonly cells: T[][];

  constructor(
    items: readonly T[],
    private readonly bounds: Box,
  ) {
    // About 16 cells an item leaves two or three candidates in a cell; 128 x 128 bounds the memory.
    this.side = Math.min(128, Math.ceil(Math.sqrt(items.length)) * 4);
    this.cells = Array.from({ length: this.side ** 2 }, () => []);
    for (const item of items) this.place(item);
  }

  at(x: number, y: number): readonly T[] {
    if (!contains(this.bounds, x, y)) return NONE;
    return this.cells[this.row(y) * this.side + this.column(x)] ?? NONE;
  }

  private place(item: T): void {
    for (let row = this.row(item.box.minY); row <= this.row(item.box.maxY); row++) {
      for (
        let column = this.column(item.box.minX);
        column <= this.column(item.box.maxX);
        column++
      ) {
        this.cells[row * this.side + column]?.push(item);
      }
    }
  }

  private column(x: number): number {
    return cell(x, this.bounds.minX, this.bounds.maxX, this.side);
  }

  private row(y: number): number {
    return cell(y, this.bounds.minY, this.bounds.maxY, this.side);
  }
}

function cell(value: number, min: number, max: number, count: number): number {
  if (max <= min) return 0;
  return Math.min(count - 1, Math.floor(((value - min) / (max - min)) * count));
}
