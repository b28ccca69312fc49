import { weights } from './weights.js';

/** 1 at the place or time itself, `edge` at the radius or window, nothing at twice of it. */
export const fading = (far: number, reach: number): number =>
  Math.max(0, 1 - ((1 - weights.edge) * far) / reach);
