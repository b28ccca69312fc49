import { InvalidShape } from './errors.js';

/** A ward's area: GeoJSON MultiPolygon coordinates, `[lon, lat]` in degrees, first ring outer, others holes. */
export interface WardShape {
  code: string;
  polygons: number[][][][];
}

/**
 * Wards of a GeoJSON FeatureCollection (RFC 7946) whose features are polygons with `properties.code`.
 * @throws InvalidShape naming the feature
 */
export function shapesFromGeoJson(collection: unknown): WardShape[] {
  if (!isRecord(collection) || !Array.isArray(collection.features)) {
    throw new InvalidShape('-', 'not a FeatureCollection');
  }
  const features: unknown[] = collection.features;
  const codes = new Set<string>();
  return features.map((feature, place) => {
    const shape = shapeOf(feature, `#${place}`);
    if (codes.has(shape.code)) throw new InvalidShape(shape.code, 'code used twice');
    codes.add(shape.code);
    return shape;
  });
}

function shapeOf(feature: unknown, place: string): WardShape {
  const { properties, geometry } = isRecord(feature) ? feature : {};
  const code = isRecord(properties) ? properties.code : undefined;
  if (typeof code !== 'string' || code === '') throw new InvalidShape(place, 'no properties.code');
  const { type, coordinates } = isRecord(geometry) ? geometry : {};
  if (type === 'Polygon') return { code, polygons: [polygonOf(coordinates, code)] };
  if (type !== 'MultiPolygon') throw new InvalidShape(code, 'neither Polygon nor MultiPolygon');
  return {
    code,
    polygons: listOf(coordinates, code, 'no polygon').map((it) => polygonOf(it, code)),
  };
}

function polygonOf(value: unknown, code: string): number[][][] {
  return listOf(value, code, 'polygon without ring').map((ring) => ringOf(ring, code));
}

/** A linear ring. @throws InvalidShape naming `code` */
export function ringOf(value: unknown, code: string): number[][] {
  const ring = listOf(value, code, 'empty ring').map((it) => positionOf(it, code));
  const [first, last] = [ring.at(0), ring.at(-1)];
  // RFC 7946, 3.1.6: a linear ring is closed and has four or more positions.
  if (ring.length < 4) throw new InvalidShape(code, 'ring of fewer than four positions');
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
    throw new InvalidShape(code, 'ring not closed');
  }
  return ring;
}

function positionOf(value: unknown, code: string): number[] {
  const [lon, lat]: unknown[] = Array.isArray(value) ? value : [];
  if (!isDegrees(lon, 180) || !isDegrees(lat, 90)) {
    throw new InvalidShape(code, `no longitude and latitude: ${JSON.stringify(value)}`);
  }
  return [lon, lat];
}

function listOf(value: unknown, code: string, problem: string): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new InvalidShape(code, problem);
  return value;
}

function isDegrees(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= limit;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
