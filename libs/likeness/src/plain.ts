import { decodeTelex, expandTeencode, fold, looksLikeTelex } from '#vietnamese';

/** A text as its writer meant it: Telex keys and chat abbreviations in full. */
export const meant = (text: string): string =>
  expandTeencode(looksLikeTelex(text) ? decodeTelex(text) : text);

/** The words without accents and case, so that how something was typed makes no difference. */
export const plainWords = (text: string): string[] =>
  fold(meant(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
