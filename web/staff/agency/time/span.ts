const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** A working day of the city's offices; around the clock a day is a day. */
const WORKING_DAY = 8 * HOUR;
const DAY = 24 * HOUR;

export interface Span {
  days: number;
  hours: number;
  minutes: number;
}

/** A length of time in the units that somebody would say it in. */
export function spanOf(seconds: number, working: boolean): Span {
  const day = working ? WORKING_DAY : DAY;
  const days = Math.floor(seconds / day);
  // Of what is days away nobody counts minutes, of what is a week away no hours.
  const hours = days >= 5 ? 0 : Math.floor((seconds - days * day) / HOUR);
  const minutes = days > 0 ? 0 : Math.floor((seconds % HOUR) / MINUTE);
  return { days, hours, minutes };
}

export type Tone = 'late' | 'soon' | 'calm' | 'still';

const SOON = 4 * HOUR;

export interface Left {
  seconds: number;
  working: boolean;
  paused: boolean;
}

export function toneOf({ seconds, paused }: Left): Tone {
  if (paused) return 'still';
  if (seconds < 0) return 'late';
  return seconds <= SOON ? 'soon' : 'calm';
}
