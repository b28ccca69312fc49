import { find } from './find.js';
import { marks, personalKinds, type MarkLanguage, type PersonalKind } from './kinds.js';

/** The text with a mark in place of everything personal of these kinds; the rest is as it was written. */
export function mask(
  text: string,
  kinds: readonly PersonalKind[] = personalKinds,
  language: MarkLanguage = 'vi',
): string {
  if (kinds.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const { kind, start, end } of find(text)) {
    if (!kinds.includes(kind)) continue;
    masked += text.slice(at, start) + marks[kind][language];
    at = end;
  }
  return masked + text.slice(at);
}
