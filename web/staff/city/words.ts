import { addWords, words } from '../words.ts';
import en from './words/en.json';
import vi from './words/vi.json';

export const CITY = 'city';
addWords(CITY, { vi, en });

/** A word of this surface, outside of components. */
export const t = (key: string, values: Record<string, unknown> = {}): string =>
  words.t(key, { ns: CITY, ...values });

const locale = () => (words.language === 'en' ? 'en-GB' : 'vi-VN');

export const number = (value: number): string => new Intl.NumberFormat(locale()).format(value);

export const percent = (part: number, whole: number): string =>
  whole === 0
    ? '–'
    : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(
        part / whole,
      );
