import CheapRuler from 'cheap-ruler';
import type { Point } from './types.js';

export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

const rulerAt = (lat: number) => new CheapRuler(lat, 'meters');

/** In metres; the same both ways. */
export function distance(a: Point, b: Point): number {
  const ruler = rulerAt((a.lat + b.lat) / 2);
  return ruler.distance([a.lon, a.lat], [b.lon, b.lat]);
}

/** A box that holds everything within so many metres. */
export function boxAround({ lat, lon }: Point, meters: number): Box {
  const [west, south, east, north] = rulerAt(lat).bufferPoint([lon, lat], meters);
  return { south, west, north, east };
}
