import { words } from '../words.ts';

/** The city's own zone, whatever the device's. */
const timeZone = 'Asia/Ho_Chi_Minh';

const cached = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = words.language === 'en' ? 'en-GB' : 'vi-VN';
  const key = locale + JSON.stringify(options);
  const known = cached.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  cached.set(key, known);
  return known;
}

/** "Th 5, 26/11/2026, 16:00" */
export const moment = (at: string) =>
  format({
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));

export const day = (at: string) =>
  format({ day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(at));

export const hour = (at: string) =>
  format({ hour: '2-digit', minute: '2-digit' }).format(new Date(at));
