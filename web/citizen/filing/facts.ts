export interface Option {
  value: string;
  label: string;
}

export interface Question {
  key: string;
  type: 'text' | 'choice' | 'datetime' | 'number';
  required: boolean;
  label: string;
  choices: Option[];
}

export interface Category {
  code: string;
  group: string;
  name: string;
  place: 'required' | 'optional' | 'none';
  contact: 'required' | 'optional';
  privacy: string;
  urgent: string[];
  questions: Question[];
}

/** What the page needs of the city, in the language of the page. */
export interface Facts {
  language: 'vi' | 'en';
  proof: boolean;
  words: Record<string, string>;
  seenBy: Record<string, string>;
  categories: Category[];
  wards: Option[];
  emergency: { number: string; name: string; keys: string[] }[];
}

export async function readFacts(path: string): Promise<Facts> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error('no facts');
  return (await answer.json()) as Facts;
}

/** Folded words between single blanks, as the server folds the phrases that it sends. */
const keyOf = (text: string) =>
  ` ${text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

/** The numbers that a text calls for; all of them where only its category says that it is urgent. */
export function emergenciesIn(text: string, facts: Facts, category: Category | undefined) {
  const key = keyOf(text);
  const called = facts.emergency.filter(({ keys }) => keys.some((one) => key.includes(one)));
  if (called.length > 0) return called;
  return category?.urgent.some((one) => key.includes(one)) ? facts.emergency : [];
}
