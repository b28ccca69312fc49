import { type Box, Grid, boxAround, contains, merge } from './grid.js';
import { flatRing, isInside } from './rings.js';
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
  const rings = polygon.map(flatRing);
  return { ward, box: boxAround(rings), rings };
}
