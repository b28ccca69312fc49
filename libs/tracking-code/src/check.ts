// x^5 + x^2 + 1 is primitive over GF(2): its root has order 31, so the 16 weights are distinct.
const MODULUS = 0b100101;

function timesRoot(value: number): number {
  const shifted = value << 1;
  return shifted & 0b100000 ? shifted ^ MODULUS : shifted;
}

/**
 * The weighted sum over GF(32) of values 0..31, the last weighing 1 and each before it the root
 * times more. Zero for a valid code: one wrong value adds a non-zero multiple of its weight, two
 * values exchanged add their difference times that of two distinct weights.
 */
export function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value) => timesRoot(sum) ^ value, 0);
}

/** The value that completes `values` to a weighted sum of zero. */
export function checkValue(values: readonly number[]): number {
  return weightedSum([...values, 0]);
}
