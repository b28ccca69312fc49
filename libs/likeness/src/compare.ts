import { kindSpeaks, ruleOf } from './kind.js';
import { placeSpeaks } from './place.js';
import { placeWordsOf } from './place-words.js';
import { timeSpeaks } from './time.js';
import { similarity, trigramsOf } from './trigrams.js';
import type { Facts, Likeness, Matter, Reason, Speaks } from './types.js';
import { weights } from './weights.js';

/** Reads the words of a matter; `areas` are names of wards without accents, which say no more than the ward does. */
export function matterOf(facts: Facts, areas: ReadonlySet<string>): Matter {
  return {
    ...facts,
    slackMeters: facts.slackMeters ?? 0,
    place: placeWordsOf(facts.text, facts.address, areas),
    trigrams: facts.text === null ? new Set() : trigramsOf(facts.text),
  };
}

/** How alike the words are, and how far that moves the score; nothing where one's may not be read. */
function textMoves(a: Matter, b: Matter): { factor: number; reason: Reason | null } {
  if (a.text === null || b.text === null) return { factor: 1, reason: null };
  const { share, full } = weights.text;
  const alike = similarity(a.trigrams, b.trigrams);
  const percent = Math.round(alike * 100);
  return {
    factor: 1 - share + 2 * share * Math.min(1, alike / full),
    reason: {
      what: 'text',
      vi: `lời giống ${percent} %`,
      en: `words ${percent} % alike`,
    },
  };
}

/**
 * Whether two matters tell of one event: kind, place and time decide, words break ties. The same both ways, but for the
 * words of time.
 */
export function compare(a: Matter, b: Matter): Likeness {
  const rule = ruleOf(a.rule, b.rule);
  const kind = kindSpeaks(a, b);
  const { meters, ...place } = placeSpeaks(a, b, rule);
  const time = timeSpeaks(a, b, rule);
  const text = textMoves(a, b);
  const decided = kind.score * Math.min(place.score, time.score);
  const score = Math.min(1, decided * text.factor);
  const told: Speaks[] = [kind, place, time];
  const reasons = [...told, text].flatMap(({ reason }) => reason ?? []);
  return { score, verdict: verdictOf(score), reasons, meters };
}

function verdictOf(score: number): Likeness['verdict'] {
  const { sure, likely } = weights.bars;
  if (score >= sure) return 'sure';
  return score >= likely ? 'likely' : 'unlike';
}
