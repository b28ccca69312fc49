import { find } from './find.js';
import { marks, personalKinds, type MarkLanguage, type PersonalKind } from './kinds.js';

/** Each round takes at least one thing away; two that overlap take two rounds. */
const MOST_ROUNDS = 8;

/** The text with a mark in place of everything personal of these kinds; the rest is as it was written. */
export function mask(
  text: string,
  kinds: readonly PersonalKind[] = personalKinds,
  language: MarkLanguage = 'vi',
): string {
  let masked = text;
  for (let round = 0; round < MOST_ROUNDS && kinds.length > 0; round += 1) {
    const next = maskOnce(masked, kinds, language);
    if (next === masked) return masked;
    masked = next;
  }
  return masked;
}

function maskOnce(text: string, kinds: readonly PersonalKind[], language: MarkLanguage): string {
  let masked = '';
  let at = 0;
  for (const { kind, start, end } of find(text)) {
    if (!kinds.includes(kind)) continue;
    masked += text.slice(at, start) + marks[kind][language];
    at = end;
  }
  return masked + text.slice(at);
}
