export type Language = 'vi' | 'en';

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
