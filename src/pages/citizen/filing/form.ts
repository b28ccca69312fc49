import { DateTime } from 'luxon';
import type { Category } from '../../../catalog/city-data.js';
import type { Language } from '../../../platform/moment.js';
import type { Typed } from '../parts/fields.js';
import type { Step } from './words.js';

/** Fields that are of the page and not of the filing. */
export const pageFields = ['step', 'go', 'key'] as const;

export const answerField = (key: string) => `answers.${key}`;

interface Reading {
  category: (code: string) => Category | null;
  timeZone: string;
  language: Language;
}

const whole = (parts: Record<string, unknown>) => {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};

/** A local time as an input gives it, as an instant of the city. */
function instantOf(typed: string, zone: string): string {
  const at = DateTime.fromISO(typed, { zone });
  return (at.isValid && at.toISO({ suppressMilliseconds: true })) || typed;
}

function answersOf(typed: Typed, category: Category | null, { timeZone }: Reading) {
  const answers: Record<string, unknown> = {};
  for (const { key, type } of category?.questions ?? []) {
    const value = typed.get(answerField(key));
    if (value === undefined || value.trim() === '') continue;
    if (type === 'number') answers[key] = Number(value.replace(',', '.'));
    else answers[key] = type === 'datetime' ? instantOf(value, timeZone) : value;
  }
  return whole(answers);
}

function pointOf(lat: string | undefined, lon: string | undefined) {
  return lat === undefined || lon === undefined
    ? undefined
    : { lat: Number(lat), lon: Number(lon) };
}

/** The filing that the fields of the pages make; whoever typed nothing into a field has said nothing. */
export function filingOf(typed: Typed, reading: Reading): Record<string, unknown> {
  const said = (name: string) => {
    const value = typed.get(name)?.trim();
    return value === '' ? undefined : value;
  };
  const code = said('category');
  const type = said('type');
  const contact = whole({ name: said('name'), phone: said('phone'), email: said('email') });
  const [token, answer] = [said('token'), said('answer')];
  return {
    text: said('text'),
    category: code,
    place: whole({
      point: pointOf(said('lat'), said('lon')),
      address: said('address'),
      ward: said('ward'),
    }),
    answers: answersOf(typed, code === undefined ? null : reading.category(code), reading),
    filer: contact && { ...contact, ...(type !== undefined && { type }) },
    joins: said('joins'),
    declared: said('declared'),
    language: reading.language,
    proof: answer === undefined ? undefined : { token, answer },
  };
}

/** Where a field of a filing stands: on which page, and in which control. */
export function fieldAt(path: string): { step: Step; id: string } {
  const [first = '', second] = path.split('.');
  if (first === 'text') return { step: 'say', id: 'text' };
  if (first === 'category') return { step: 'place', id: 'category' };
  if (first === 'place') return { step: 'place', id: second === 'ward' ? 'ward' : 'address' };
  if (first === 'answers') return { step: 'send', id: answerField(second ?? '') };
  if (first === 'filer') return { step: 'send', id: second ?? 'name' };
  if (first === 'proof') return { step: 'send', id: 'answer' };
  return { step: 'send', id: first };
}
