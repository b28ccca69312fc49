import type { Language } from '../../platform/moment.js';

/** Short, and without a mark beyond the alphabet of SMS where it can be: each such part costs one more message. */
const words: Record<Language, (code: string, url: string) => string> = {
  vi: (code, url) => `Ma theo doi phan anh cua ban: ${code}. Xem tai ${url}`,
  en: (code, url) => `The tracking code of your complaint: ${code}. See ${url}`,
};

export const codeText = (language: Language, code: string, url: string) =>
  words[language](code, url);
