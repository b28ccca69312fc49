import * as say from './conflict-sentences.js';
import { Directory } from './directory.js';
import { holdsOn, localDateIn } from './local-date.js';
import { type Finder, findPhrases } from './find-phrases.js';
import type { Agency, ConflictRule, DirectoryData, WardWords, Words } from './types.js';

export interface NamedAgency extends Agency {
  shortName: string;
}

/** Names by which a text can tell of agencies and wards. */
export interface Names extends DirectoryData {
  agencies: NamedAgency[];
  wards: { code: string; name: Words }[];
}

/** What a filer wrote; `ward` is that of the place, `at` an ISO instant with its offset. */
export interface Told {
  text: string;
  ward: string | null;
  at: string;
}

export interface Recognised {
  agency: string;
  because: Words;
}

export interface Recogniser {
  /** The one agency that a text complains of, or null where it names none, or several. @throws InvalidInstant */
  recogniseAbout(told: Told): Recognised | null;
}

export interface RecogniserOptions {
  timeZone: string;
  fold: (text: string) => string;
}

/** @throws DuplicateAgency, RangeError for an unknown time zone */
export function compileRecogniser(
  { asking, wardWords }: Pick<ConflictRule, 'asking' | 'wardWords'>,
  names: Names,
  { timeZone, fold }: RecogniserOptions,
): Recogniser {
  const directory = new Directory(names);
  const localDate = localDateIn(timeZone);
  // Folded, `phường` is also the end of `địa phương`: words without a name count as they are written.
  const written = (text: string) => text.normalize('NFC').toLowerCase();
  const agencies = findPhrases(namesOf(names.agencies, fold), fold, asking);
  const wards = findPhrases(
    names.wards.map(({ code, name }) => [name.vi, code]),
    fold,
    [],
  );
  const words = findPhrases(phrasesOf(wardWords), written, asking);

  function named(text: string, date: string): Agency[] {
    const standing = agencies(text).map(({ value }) => {
      const { agency } = directory.standing(value, date, 'lead');
      return agency ?? directory.find(value);
    });
    return [...new Map(standing.flatMap((one) => (one ? [[one.code, one]] : []))).values()];
  }

  function ofWard({ text, ward: given }: Told, date: string): Recognised | null {
    const ward = onlyWard(wards, text, given);
    const [word, ...others] = meant(words(text));
    if (!ward || !word?.value || others.some(({ value }) => value !== word.value)) return null;
    const found = directory.ofWard(ward, word.value).filter((one) => holdsOn(one, date));
    const [agency] = found;
    if (!agency || found.length > 1) return null;
    return { agency: agency.code, because: say.ofWard(word.phrase, agency) };
  }

  return {
    recogniseAbout(told) {
      const date = localDate(told.at);
      const [agency, ...others] = named(told.text, date);
      if (!agency) return ofWard(told, date);
      return others.length > 0 ? null : { agency: agency.code, because: say.named(agency) };
    },
  };
}

const phrasesOf = (wardWords: readonly WardWords[]): [string, string | null][] =>
  wardWords.flatMap(({ type, words }) =>
    words.map((word): [string, string | null] => [word, type]),
  );

/** Full and short names; a short one that is a common word, or part of another's name, tells nothing. */
function namesOf(
  agencies: readonly NamedAgency[],
  fold: (text: string) => string,
): [string, string][] {
  const full = agencies.map(({ code, name }) => ({ code, words: ` ${fold(name.vi)} ` }));
  const tells = ({ code, shortName }: NamedAgency) => {
    const words = fold(shortName);
    if (!words.includes(' ')) return words === shortName.toLowerCase();
    return !full.some((one) => one.code !== code && one.words.includes(` ${words} `));
  };
  return [
    ...agencies.map(({ code, name }): [string, string] => [name.vi, code]),
    ...agencies.filter(tells).map(({ code, shortName }): [string, string] => [shortName, code]),
  ];
}

/** The ward that the text names, otherwise that of the place; none where the text names several. */
function onlyWard(wards: Finder<string>, text: string, given: string | null): string | null {
  const codes = new Set(wards(text).map(({ value }) => value));
  if (codes.size > 1) return null;
  const [only = given] = codes;
  return only;
}

/** A phrase of several words says more than one word: `công an phường` than the `phường` after it. */
function meant<T extends { phrase: string; value: string | null }>(found: readonly T[]): T[] {
  const telling = found.filter(({ value }) => value !== null);
  const phrases = telling.filter(({ phrase }) => phrase.includes(' '));
  return phrases.length > 0 ? phrases : telling;
}
