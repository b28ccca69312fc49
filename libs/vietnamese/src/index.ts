export { fold, searchKey } from './fold.js';
export { hints, type Hints } from './hints.js';
export { syllables } from './syllables.js';
export { expandTeencode } from './teencode.js';
export { decodeTelex, looksLikeTelex } from './telex.js';
export { canonicalTones } from './tones.js';
export { nfc } from './unicode.js';
export { phraseKey } from './phrase.js';
