import type { Ring } from './types.js';

/** A ring as x, y, x, y, … in degrees. */
export const flatRing = (ring: readonly number[][]): Float64Array =>
  Float64Array.from(ring.flatMap(([x = 0, y = 0]) => [x, y]));

/** Even-odd rule over all rings at once, so that a hole takes away what the outer ring gave. */
export function isInside(rings: Float64Array[], x: number, y: number): boolean {
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

/** Whether two rings have a point in common: an edge of one meets an edge of the other, or one lies in the other. */
export function ringsMeet(a: Ring, b: Ring): boolean {
  const inside = (ring: Ring, point: Ring[number] | undefined) =>
    point !== undefined && isInside([flatRing(ring)], point[0], point[1]);
  return inside(a, b[0]) || inside(b, a[0]) || edgesMeet(a, b);
}

function edgesMeet(a: Ring, b: Ring): boolean {
  return a.slice(1).some((to, i) => {
    const from = a[i];
    return from && b.slice(1).some((end, j) => b[j] && segmentsMeet(from, to, b[j], end));
  });
}

type Position = Ring[number];

const side = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const within = (a: Position, b: Position, c: Position): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

function segmentsMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && within(a, b, c)) ||
    (abd === 0 && within(a, b, d)) ||
    (cda === 0 && within(c, d, a)) ||
    (cdb === 0 && within(c, d, b))
  );
}
