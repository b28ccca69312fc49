/** Iterations of one try, on a quiet day: with 500 to 1,000 tries, half a second of a desktop and some of a phone. */
const BASE = 1000;

// Up to here it is a busy day of a city; from eight times that on, a flood that people must still get through.
const CALM = 60;
const STEEPEST = 8;

/** What one try costs while so many filings come in a minute: it doubles with their number. */
export function costAt(filingsAMinute: number): number {
  let factor = 1;
  while (factor < STEEPEST && filingsAMinute > CALM * factor) factor *= 2;
  return BASE * factor;
}
