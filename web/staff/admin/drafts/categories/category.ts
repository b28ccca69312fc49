import type { Words } from '../../../words.ts';

export interface Choice {
  value: string;
  label: Words;
}

export interface Question {
  key: string;
  type: 'text' | 'choice' | 'datetime' | 'number';
  required: boolean;
  label: Words;
  choices?: Choice[];
}

export interface Category {
  code: string;
  name: Words;
  group: { code: string; name: Words };
  questions: Question[];
  closed?: boolean;
  internal?: boolean;
  [more: string]: unknown;
}

const none = { vi: '', en: '' };

export const emptyCategory = (group: Category['group']): Category => ({
  code: '',
  group,
  name: none,
  kind: 'report',
  urgency: 'normal',
  urgentWords: { vi: [] },
  urgentCalendar: 'continuous',
  limits: { accept: '8wh', resolve: '5wd', resolveUrgent: null, basis: '' },
  place: 'required',
  contact: 'optional',
  questions: [],
  privacy: 'NORMAL',
  public: true,
  duplicate: { radiusMeters: 100, windowHours: 72 },
  keywords: { vi: [] },
});

export const emptyQuestion = (): Question => ({
  key: '',
  type: 'text',
  required: false,
  label: none,
});

export const emptyChoice = (): Choice => ({ value: '', label: none });
