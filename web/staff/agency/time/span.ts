const HOUR = 60;

export interface Span {
  days: number;
  hours: number;
  minutes: number;
}

/** A length of time, in minutes, in the units that somebody would say it in. */
export function spanOf(all: number, day: number): Span {
  const days = Math.floor(all / day);
  // Of what is days away nobody counts minutes, of what is a week away no hours.
  const hours = days >= 5 ? 0 : Math.floor((all - days * day) / HOUR);
  const minutes = days > 0 ? 0 : all % HOUR;
  return { days, hours, minutes };
}

export type Tone = 'late' | 'soon' | 'calm' | 'still';

const SOON = 4 * HOUR;

export interface Left {
  minutes: number;
  working: boolean;
  dayMinutes: number;
  paused: boolean;
}

export function toneOf({ minutes, paused }: Left): Tone {
  if (paused) return 'still';
  if (minutes < 0) return 'late';
  return minutes <= SOON ? 'soon' : 'calm';
}
