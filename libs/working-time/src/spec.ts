/** Hours of opening on one day, 'HH:MM' local time, half open; `to` may be '24:00'. */
export interface OpenWindow {
  from: string;
  to: string;
}

export interface CalendarSpec {
  code: string;
  version: number;
  /** IANA name, as 'Asia/Ho_Chi_Minh'. */
  timeZone: string;
  /** 'continuous' is 24x7: always open, whatever weeks and days say. */
  kind: 'working' | 'continuous';
  /**
   * Weekly hours by validity ('YYYY-MM-DD'): the latest that has begun holds, the earliest also
   * covers everything before it. One with `validTo`, its last day, holds for a season: after it the one
   * before it holds again. Keys are ISO weekdays '1' (Monday) to '7'; one not named is closed.
   */
  weeks: { validFrom: string; validTo?: string | null; hours: Record<string, OpenWindow[]> }[];
  /**
   * Named days override the week. A 'work' day without windows takes the hours of the ISO weekday
   * `as` (1 unless said). A 'half' day works the `part` before or after noon of its own weekday's
   * hours, or of those of `as`.
   */
  days: {
    date: string;
    kind: 'off' | 'work' | 'half';
    windows?: OpenWindow[];
    as?: number;
    part?: 'morning' | 'afternoon';
    reason: { vi: string; en: string };
    document?: string;
    decidedOn?: string;
  }[];
  /** On what it rests, and what of it is not certain. */
  basis?: string;
}
