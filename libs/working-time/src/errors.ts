/** A calendar that cannot be compiled; `field` is the path of the offending value. */
export class CalendarSpecError extends Error {
  readonly code = 'calendar.invalid';
  override readonly name = 'CalendarSpecError';

  constructor(
    readonly field: string,
    readonly problem: string,
  ) {
    super(`${field} ${problem}`);
  }
}

/** An instant, given or computed, outside the range a calendar was compiled for. */
export class CalendarRangeError extends Error {
  readonly code = 'calendar.out-of-range';
  override readonly name = 'CalendarRangeError';
}

/** A time limit that is not a whole, non-negative amount of a known unit. */
export class LimitError extends Error {
  readonly code = 'limit.invalid';
  override readonly name = 'LimitError';
}
