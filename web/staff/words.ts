import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './words/en.json';
import vi from './words/vi.json';

export type Language = 'vi' | 'en';
export type Words = { vi: string; en: string };

const LANGUAGE = 'dm_lang';

const kept = (): Language => (document.cookie.includes(`${LANGUAGE}=en`) ? 'en' : 'vi');

/** One namespace for the frame; each surface brings its own with its code. */
export const words: i18n = createInstance();
void words.use(initReactI18next).init({
  lng: kept(),
  fallbackLng: false,
  defaultNS: 'frame',
  resources: { vi: { frame: vi }, en: { frame: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

const tell = (language: string) => (document.documentElement.lang = language);
tell(words.language);
words.on('languageChanged', tell);

/** The words of a surface, once its code is here. */
export function addWords(surface: string, both: { vi: object; en: object }): void {
  for (const [language, catalogue] of Object.entries(both))
    words.addResourceBundle(language, surface, catalogue);
}

export function chooseLanguage(language: Language): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${LANGUAGE}=${language}; path=/; max-age=31536000; samesite=lax${secure}`;
  void words.changeLanguage(language);
}

/** What the server says in both languages, in the one that is read. */
export const inWords = (said: Words) => said[words.language === 'en' ? 'en' : 'vi'];
