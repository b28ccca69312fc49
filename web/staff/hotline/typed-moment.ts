import { plain } from '../common/plain.ts';

const DAY_MS = 86_400_000;
/** The city's zone, whatever the device's; it knows no summer time. */
const ZONE = '+07:00';
const ZONE_MS = 7 * 3_600_000;

const daysBack: Record<string, number> = {
  'hom nay': 0,
  'hom qua': 1,
  'hom kia': 2,
  today: 0,
  yesterday: 1,
};

const two = (number: number) => String(number).padStart(2, '0');

/** A day of the city as its own clock shows it, `back` days ago. */
const dayOf = (now: number, back: number) =>
  new Date(now + ZONE_MS - back * DAY_MS).toISOString().slice(0, 10);

function dateIn(words: string, now: number): { date: string; rest: string } | null {
  for (const [name, back] of Object.entries(daysBack))
    if (words.startsWith(name))
      return { date: dayOf(now, back), rest: words.slice(name.length).trim() };
  const [whole, day, month, year] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/.exec(words) ?? [];
  if (whole === undefined) return { date: dayOf(now, 0), rest: words };
  const date = `${year ?? dayOf(now, 0).slice(0, 4)}-${two(Number(month))}-${two(Number(day))}`;
  return { date, rest: words.slice(whole.length).trim() };
}

/**
 * A moment as it is said on the phone: "bây giờ", "19h40", "hôm qua 7:30", "9/3 19h". Null: not understood.
 * In RFC 3339 with the city's zone.
 */
export function typedMoment(typed: string, now = Date.now()): string | null {
  const words = plain(typed);
  if (words === 'bay gio' || words === 'now')
    return `${new Date(now + ZONE_MS).toISOString().slice(0, 16)}:00${ZONE}`;
  const found = words === '' ? null : dateIn(words, now);
  if (!found) return null;
  const [whole, hour, minute = '0'] = /^(\d{1,2})(?:[h:.](\d{1,2})?)?$/.exec(found.rest) ?? [];
  if (whole === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  const moment = `${found.date}T${two(Number(hour))}:${two(Number(minute))}:00${ZONE}`;
  return Number.isNaN(Date.parse(moment)) ? null : moment;
}
