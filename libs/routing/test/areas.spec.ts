import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AreaIndex, InvalidShape, type WardShape, shapesFromGeoJson } from '../src/index.js';

const box = (x: number, y: number, w: number, h = w): number[][] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
  [x, y],
];

const feature = (code: unknown, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties: { code },
  geometry: { type, coordinates },
});

const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('shapesFromGeoJson', () => {
  it('reads polygons and multipolygons', () => {
    const island = [box(105.9, 21, 0.1)];
    const shapes = shapesFromGeoJson(
      collection(
        feature('00070', 'Polygon', [box(105.8, 21, 0.1)]),
        feature('00004', 'MultiPolygon', [island, [box(106, 21, 0.1)]]),
      ),
    );
    expect(shapes.map(({ code, polygons }) => [code, polygons.length])).toEqual([
      ['00070', 1],
      ['00004', 2],
    ]);
    expect(shapes[1]?.polygons[0]).toEqual(island);
  });

  it.each<[string, unknown, string]>([
    ['no collection', { type: 'Feature' }, '-'],
    ['no code', collection(feature(undefined, 'Polygon', [box(0, 0, 1)])), '#0'],
    ['a number for a code', collection(feature(70, 'Polygon', [box(0, 0, 1)])), '#0'],
    ['a point', collection(feature('A', 'Point', [105, 21])), 'A'],
    ['null geometry', collection({ properties: { code: 'A' }, geometry: null }), 'A'],
    ['no ring', collection(feature('A', 'Polygon', [])), 'A'],
    ['an open ring', collection(feature('A', 'Polygon', [box(0, 0, 1).slice(0, 4)])), 'A'],
    ['a short ring', collection(feature('A', 'Polygon', [box(0, 0, 1).slice(0, 3)])), 'A'],
    ['latitude before longitude', collection(feature('A', 'Polygon', [box(21, 105, 1)])), 'A'],
    ['a word in a position', collection(feature('A', 'Polygon', [[['x', 1]]])), 'A'],
    [
      'a code twice',
      collection(feature('A', 'Polygon', [box(0, 0, 1)]), feature('A', 'Polygon', [box(1, 0, 1)])),
      'A',
    ],
  ])('refuses %s and names the feature', (_, input, name) => {
    expect(() => shapesFromGeoJson(input)).toThrow(InvalidShape);
    expect(() => shapesFromGeoJson(input)).toThrow(`feature ${name}:`);
  });
});

describe('AreaIndex', () => {
  const index = new AreaIndex([
    { code: 'ring', polygons: [[box(0, 0, 4), box(1, 1, 2)]] },
    { code: 'hole', polygons: [[box(1, 1, 2)]] },
    { code: 'two', polygons: [[box(10, 0, 1)], [box(12, 0, 1)]] },
  ]);
  const at = (lon: number, lat: number) => index.wardAt({ lat, lon });

  it('knows holes and parts', () => {
    expect(at(0.5, 2)).toBe('ring');
    expect(at(2, 2)).toBe('hole');
    expect([at(10.5, 0.5), at(11.5, 0.5), at(12.5, 0.5)]).toEqual(['two', null, 'two']);
  });

  it('is null outside, for no number, and for no shape', () => {
    expect([at(-1, 0), at(99, 99), at(Number.NaN, 1), at(6, 2)]).toEqual([null, null, null, null]);
    expect(new AreaIndex([]).wardAt({ lat: 1, lon: 1 })).toBeNull();
  });

  it('agrees with half-planes on convex polygons', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 3, maxLength: 12 }),
        fc.array(fc.tuple(between(-1.2, 1.2), between(-1.2, 1.2)), {
          minLength: 20,
          maxLength: 40,
        }),
        (degrees, points) => {
          const corners = degrees
            .toSorted((a, b) => a - b)
            .map((angle) => (angle * Math.PI) / 180)
            .map((angle): [number, number] => [Math.cos(angle), Math.sin(angle)]);
          const ring = [...corners, ...corners.slice(0, 1)];
          const areas = new AreaIndex([{ code: 'W', polygons: [[ring]] }]);
          for (const [x, y] of points) {
            const sides = ring.slice(1).map(([bx, by], i) => {
              const [ax, ay] = ring[i] ?? [0, 0];
              return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
            });
            // On the edge itself rounding decides; that is no statement about either test.
            if (sides.some((side) => Math.abs(side) < 1e-9)) continue;
            const inside = sides.every((side) => side > 0);
            expect(areas.wardAt({ lat: y, lon: x })).toBe(inside ? 'W' : null);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives the same as asking the shapes one after another', () => {
    const coordinate = fc.integer({ min: 0, max: 20 });
    const polygon = fc
      .array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 8 })
      .map((ring) => [[...ring, ...ring.slice(0, 1)]]);
    const polygons = fc.array(polygon, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(polygons, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(between(-1, 21), between(-1, 21)), { maxLength: 20 }),
        fc.array(fc.tuple(coordinate, coordinate), { maxLength: 20 }),
        (wards, anywhere, corners) => {
          const shapes = wards.map((it, i): WardShape => ({ code: `W${i}`, polygons: it }));
          const all = new AreaIndex(shapes);
          // One shape alone has nobody to share cells with: its index is the linear scan.
          const scan = shapes.map((shape) => new AreaIndex([shape]));
          for (const [lon, lat] of [...anywhere, ...corners]) {
            const first = scan.map((single) => single.wardAt({ lat, lon })).find(Boolean);
            expect(all.wardAt({ lat, lon })).toBe(first ?? null);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives a point of a common border to one neighbour, and on the very line to the first', () => {
    const height = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(height, height, between(0, 1), (left, right, along) => {
        const border = [
          [0, left / 7],
          [100 / 3, right / 7],
        ];
        const lower: WardShape = {
          code: 'L',
          polygons: [[[...border, [100 / 3, -9], [0, -9], [0, left / 7]]]],
        };
        const upper: WardShape = {
          code: 'U',
          polygons: [[[...border.toReversed(), [0, 99], [100 / 3, 99], [100 / 3, right / 7]]]],
        };
        const point = {
          lon: (along * 100) / 3,
          lat: left / 7 + along * (right / 7 - left / 7),
        };
        const alone = [lower, upper].map((shape) => new AreaIndex([shape]).wardAt(point));
        const found = alone.filter((code) => code !== null);
        if (point.lon > 100 / 3) return;
        expect(found.length).toBeGreaterThan(0);
        expect(new AreaIndex([lower, upper]).wardAt(point)).toBe(found[0]);
        expect(new AreaIndex([upper, lower]).wardAt(point)).toBe(found.at(-1));
      }),
    );
  });
});

function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}
