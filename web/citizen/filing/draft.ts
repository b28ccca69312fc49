import type { Category, Facts } from './facts.ts';

export interface Point {
  lat: number;
  lon: number;
}

/** What somebody has typed so far, beside the photos. */
export interface Draft {
  /** The Idempotency-Key that it will be sent with. */
  key: string;
  text: string;
  /** Empty: the center chooses. */
  category: string;
  /** Whether the person has chosen, so that no suggestion changes it. */
  chosen: boolean;
  address: string;
  ward: string;
  point: Point | null;
  pointFromPhoto: boolean;
  answers: Record<string, string>;
  name: string;
  phone: string;
  email: string;
  type: string;
  joins: string;
  declared: string;
}

export const emptyDraft = (): Draft => ({
  key: crypto.randomUUID(),
  text: '',
  category: '',
  chosen: false,
  address: '',
  ward: '',
  point: null,
  pointFromPhoto: false,
  answers: {},
  name: '',
  phone: '',
  email: '',
  type: 'person',
  joins: '',
  declared: '',
});

export const isEmpty = (draft: Draft) =>
  draft.text.trim() === '' && draft.address === '' && !draft.point && draft.name === '';

type Json = Record<string, unknown>;

const filled = (parts: Json): Json | undefined => {
  const given = Object.entries(parts).filter(([, value]) => value !== '' && value !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};

export const placeOf = ({ point, address, ward }: Draft) =>
  filled({ point: point ?? undefined, address: address.trim(), ward });

function answersOf({ answers }: Draft, category: Category | undefined) {
  const given: Json = {};
  for (const { key, type } of category?.questions ?? []) {
    const value = answers[key]?.trim();
    if (!value) continue;
    if (type === 'number') given[key] = Number(value.replace(',', '.'));
    else given[key] = type === 'datetime' ? new Date(value).toISOString() : value;
  }
  return filled(given);
}

/** The filing of the contract that a draft makes. */
export function filingOf(draft: Draft, { categories, language }: Facts): Json {
  const { name, phone, email, type } = draft;
  const category = categories.find(({ code }) => code === draft.category);
  const contact = filled({ name: name.trim(), phone: phone.trim(), email: email.trim() });
  const parts = {
    text: draft.text.trim(),
    category: draft.category,
    place: category?.place === 'none' ? undefined : placeOf(draft),
    answers: answersOf(draft, category),
    filer: contact && { ...contact, type },
    joins: draft.joins,
    declared: draft.declared,
    language,
  };
  return filled(parts) ?? {};
}

export interface Fault {
  id: string;
  words: string;
}

/** What the page itself can tell to be missing, so that nobody waits for the server to say it. */
export function faultsOf(draft: Draft, facts: Facts): Fault[] {
  const say = (name: string) => facts.words[name] ?? name;
  const category = facts.categories.find(({ code }) => code === draft.category);
  const needsPlace = category?.place === 'required' && !placeOf(draft);
  const needsContact =
    category?.contact === 'required' && !(draft.name && (draft.phone || draft.email));
  const missing = (category?.questions ?? []).filter(
    ({ key, required }) => required && !draft.answers[key]?.trim(),
  );
  return [
    ...(draft.text.trim().length < 10 ? [{ id: 'text', words: say('textNeeded') }] : []),
    ...(needsPlace ? [{ id: 'address', words: say('placeNeeded') }] : []),
    ...missing.map(({ key, label }) => ({
      id: `answers.${key}`,
      words: `${label}: ${say('answerNeeded')}`,
    })),
    ...(needsContact ? [{ id: 'name', words: say('contactNeeded') }] : []),
  ];
}

const controls: Record<string, string> = { place: 'address', filer: 'name', proof: 'send' };

/** The control that an error of the server is about. */
export function controlOf(field: string): string {
  const [first = '', second] = field.split('.');
  if (first === 'answers') return field;
  if (first === 'filer' && second) return second;
  if (first === 'place' && second === 'ward') return 'ward';
  return controls[first] ?? first;
}
