import type { Words } from '#lifecycle';

interface Sum {
  question: Words;
  answer: number;
}

const names = {
  vi: 'không một hai ba bốn năm sáu bảy tám chín mười mười_một mười_hai mười_ba mười_bốn mười_lăm mười_sáu mười_bảy mười_tám',
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen',
};

const numbers = Object.fromEntries(
  Object.entries(names).map(([language, all]) => [
    language,
    all.split(' ').map((name) => name.replace('_', ' ')),
  ]),
) as Record<keyof typeof names, string[]>;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const wordsOf = (a: number, b: number, sign: Words): Words => ({
  vi: `${capital(numbers.vi[a] ?? '')} ${sign.vi} ${numbers.vi[b]} bằng mấy?`,
  en: `What is ${numbers.en[a]} ${sign.en} ${numbers.en[b]}?`,
});

/** A small sum in words, as a screen reader says it. `pick` gives a whole number below its argument. */
export function makeSum(pick: (below: number) => number): Sum {
  const [a, b] = [1 + pick(9), 1 + pick(9)];
  if (pick(2) === 0) return { question: wordsOf(a, b, { vi: 'cộng', en: 'plus' }), answer: a + b };
  const [more, less] = a > b ? [a, b] : [b, a];
  return { question: wordsOf(more, less, { vi: 'trừ', en: 'minus' }), answer: more - less };
}

/** The number that an answer says, in figures or in words of either language; null when it says none. */
export function numberIn(answer: string): number | null {
  const said = answer.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  if (/^\d{1,2}$/.test(said)) return Number(said);
  const found = [numbers.vi, numbers.en].map((all) => all.indexOf(said)).find((at) => at >= 0);
  return found ?? null;
}
