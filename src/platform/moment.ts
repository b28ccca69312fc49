export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const weekdays: Record<Language, readonly string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** "thứ Năm 26/11/2026, 16:00", "Thursday 26/11/2026, 16:00": day first, in the zone. */
export function writeMoment(at: Date, language: Language, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  const weekday = weekdays[language][weekdays.en.indexOf(part('weekday'))];
  return `${weekday} ${part('day')}/${part('month')}/${part('year')}, ${part('hour')}:${part('minute')}`;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** "trễ 2 ngày 5 giờ", "2 days 5 hours late": days and hours, or minutes where it is less than an hour. */
export function lateWords(minutes: number, language: Language): string {
  const whole = Math.max(0, Math.floor(minutes));
  const [days, hours] = [Math.floor(whole / DAY), Math.floor((whole % DAY) / HOUR)];
  const parts: [amount: number, vi: string, en: string][] =
    days + hours > 0
      ? [
          [days, 'ngày', 'day'],
          [hours, 'giờ', 'hour'],
        ]
      : [[whole, 'phút', 'minute']];
  const said = parts
    .filter(([amount], at) => amount > 0 || (parts.length === 1 && at === 0))
    .map(([amount, vi, en]) =>
      language === 'vi' ? `${amount} ${vi}` : `${amount} ${en}${amount === 1 ? '' : 's'}`,
    )
    .join(' ');
  return language === 'vi' ? `trễ ${said}` : `${said} late`;
}
