/** The steps in which a map says how much: from nothing to the most. */
export const STEPS = 5;

/** Upper bounds of the steps, each a whole number above the one before. */
export function boundsOf(values: readonly number[]): number[] {
  const most = Math.max(0, ...values);
  const bounds: number[] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    const bound = Math.ceil((most * step) / STEPS);
    if (bound > (bounds.at(-1) ?? 0)) bounds.push(bound);
  }
  return bounds;
}

/** 0 for nothing, else the step that a value falls into. */
export const stepOf = (value: number, bounds: readonly number[]): number =>
  value === 0 ? 0 : bounds.findIndex((bound) => value <= bound) + 1;
