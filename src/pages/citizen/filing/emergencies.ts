import { phraseKey } from '#vietnamese';
import type { Category, CityCard } from '../../../catalog/city-data.js';
import { urgencyOf } from '../../../intake/urgency.js';

type Numbers = CityCard['emergency'];

/**
 * The numbers to show before a text is sent: those whose words it has; where only a category says that it is urgent, by
 * a word of its own, all of them.
 */
export function emergenciesIn(
  text: string,
  numbers: Numbers,
  categories: readonly (Category | null)[],
): Numbers {
  const key = phraseKey(text);
  const called = numbers.filter(({ words }) =>
    [...words.vi, ...words.en].some((phrase) => key.includes(phraseKey(phrase))),
  );
  if (called.length > 0) return called;
  const urgent = categories.some((one) => one !== null && saysUrgent(one, text));
  return urgent ? numbers : [];
}

/** Urgent by what is written: a category that always is says nothing of this text. */
function saysUrgent(category: Category, text: string): boolean {
  const { urgency } = urgencyOf({ ...category, urgency: 'normal' }, text);
  return urgency === 'urgent';
}
