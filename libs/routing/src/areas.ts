import Flatbush from 'flatbush';
import pointInPolygon from 'point-in-polygon-hao';
import type { WardShape } from './shapes.js';

interface Part {
  ward: string;
  /** Outer ring first, then holes; `[lon, lat]` in degrees. */
  rings: number[][][];
}

/** Finds the ward of a point. A point on a common border belongs to exactly one of its wards: the first of them. */
export class AreaIndex {
  private readonly parts: Part[];
  private readonly boxes: Flatbush | null;

  constructor(shapes: WardShape[]) {
    this.parts = shapes.flatMap(({ code, polygons }) =>
      polygons.map((rings) => ({ ward: code, rings })),
    );
    this.boxes = this.parts.length === 0 ? null : boxesOf(this.parts);
  }

  /** The code of the first ward that contains the point, WGS 84 degrees; null outside all. */
  wardAt({ lat, lon }: { lat: number; lon: number }): string | null {
    if (!Number.isFinite(lat) || !Number.isFinite(lon)) return null;
    const near = this.boxes?.search(lon, lat, lon, lat) ?? [];
    for (const at of near.toSorted((a, b) => a - b)) {
      const part = this.parts[at];
      // On an edge it is neither in nor out: whoever comes first has it, so that no border is nobody's.
      if (part && pointInPolygon([lon, lat], part.rings) !== false) return part.ward;
    }
    return null;
  }
}

function boxesOf(parts: readonly Part[]): Flatbush {
  const boxes = new Flatbush(parts.length);
  for (const { rings } of parts) {
    const positions = rings.flat();
    const lons = positions.map(([lon = 0]) => lon);
    const lats = positions.map(([, lat = 0]) => lat);
    boxes.add(Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats));
  }
  boxes.finish();
  return boxes;
}
