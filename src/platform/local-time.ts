const MINUTE = 60_000;

/** What the clock on the wall of a zone shows. */
export interface LocalTime {
  /** YYYY-MM-DD. */
  date: string;
  /** 1 (Monday) to 7. */
  weekday: number;
  /** Since midnight. */
  minutes: number;
}

const format = (timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

export function localTime(at: Date, timeZone: string): LocalTime {
  const parts = format(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return { date, weekday, minutes: Number(part('hour')) * 60 + Number(part('minute')) };
}

/** 'HH:MM' in minutes since midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The instant `minutes` of whole wall time after the minute of `at`. */
export const minutesOn = (at: Date, minutes: number): Date =>
  new Date(Math.floor(at.getTime() / MINUTE) * MINUTE + minutes * MINUTE);
