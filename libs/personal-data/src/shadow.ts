import { fold, nfc } from '#vietnamese';
import { marks } from './kinds.js';

/** Stands for a mark of an earlier masking: nothing is found in it, and no context reaches over it. */
export const BARRIER = '\uFFFC';

/**
 * A text made easy to look into: composed, without what cannot be seen, full-width signs as plain ones. `plain` is the same
 * folded, unit by unit; `from` and `to` lead each unit back to the original.
 */
export interface Shadow {
  text: string;
  plain: string;
  from: number[];
  to: number[];
}

// Eight marks are more than any letter has; more would make composing them slow.
const cluster = /\P{M}\p{M}{0,8}|\p{M}{1,8}/gu;
const earlier = new RegExp(
  Object.values(marks)
    .flatMap((words) => Object.values(words))
    .map((mark) => mark.replaceAll(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
);
const wide = /[\uFF01-\uFF5E]|\p{N}/u;
const blank = /^[^\S\n]$/;

interface Unit {
  text: string;
  plain: string;
}

function unitOf(raw: string): Unit {
  let text = nfc(raw);
  if (wide.test(text)) {
    const simple = text.normalize('NFKC');
    if (/^[!-~]$/.test(simple)) text = simple;
  }
  if (blank.test(text)) return { text: ' ', plain: ' ' };
  const folded = fold(text);
  return { text, plain: folded.length === text.length ? folded : text };
}

function barriersOf(original: string): Map<number, number> {
  return new Map([...original.matchAll(earlier)].map(({ 0: mark, index }) => [index, mark.length]));
}

export function shadowOf(original: string): Shadow {
  const barriers = original.includes('[') ? barriersOf(original) : new Map<number, number>();
  const known = new Map<string, Unit>();
  const shadow: Shadow = { text: '', plain: '', from: [], to: [] };
  let over = 0;
  for (const { 0: raw, index } of original.matchAll(cluster)) {
    const length = barriers.get(index);
    if (length !== undefined) over = index + length;
    const hidden = index < over;
    const unit = hidden ? { text: BARRIER, plain: BARRIER } : (known.get(raw) ?? unitOf(raw));
    if (!hidden) known.set(raw, unit);
    shadow.text += unit.text;
    shadow.plain += unit.plain;
    for (let at = 0; at < unit.text.length; at += 1) {
      shadow.from.push(index);
      shadow.to.push(index + raw.length);
    }
  }
  return shadow;
}
