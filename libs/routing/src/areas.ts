import { type Box, Grid, boxAround, contains, merge } from './grid.js';
import type { WardShape } from './shapes.js';

interface Part {
  ward: string;
  box: Box;
  /** Rings as x, y, x, y, … in degrees. */
  rings: Float64Array[];
}

/** Finds the ward of a point. A point on a common border belongs to exactly one of its wards. */
export class AreaIndex {
  private readonly grid: Grid<Part> | null;

  constructor(shapes: WardShape[]) {
    const parts = shapes.flatMap(({ code, polygons }) =>
      polygons.map((rings) => part(code, rings)),
    );
    const [first, ...rest] = parts.map(({ box }) => box);
    this.grid = first ? new Grid(parts, rest.reduce(merge, first)) : null;
  }

  /** The code of the first ward that contains the point, WGS 84 degrees; null outside all. */
  wardAt({ lat, lon }: { lat: number; lon: number }): string | null {
    for (const { ward, box, rings } of this.grid?.at(lon, lat) ?? []) {
      if (contains(box, lon, lat) && isInside(rings, lon, lat)) return ward;
    }
    return null;
  }
}

function part(ward: string, polygon: number[][][]): Part {
  const rings = polygon.map((ring) => Float64Array.from(ring.flatMap(([x = 0, y = 0]) => [x, y])));
  return { ward, box: boxAround(rings), rings };
}

/** Even-odd rule over all rings at once, so that a hole takes away what the outer ring gave. */
function isInside(rings: Float64Array[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let fromX = ring.at(-2) ?? 0;
    let fromY = ring.at(-1) ?? 0;
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const toX = ring[i] ?? 0;
      const toY = ring[i + 1] ?? 0;
      if (toY > y !== fromY > y && isLeftOf(x, y, fromX, fromY, toX, toY)) inside = !inside;
      fromX = toX;
      fromY = toY;
    }
  }
  return inside;
}

/** Lower end first: neighbours walk a common border in opposite directions and must round alike. */
function isLeftOf(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  return ay < by
    ? x < ax + ((bx - ax) * (y - ay)) / (by - ay)
    : x < bx + ((ax - bx) * (y - by)) / (ay - by);
}
