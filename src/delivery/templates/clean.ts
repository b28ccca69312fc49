// Bidirectional overrides and isolates can make a text read as another one.
const bidi = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu;
const breaks = /\r\n?|[\u0085\u2028\u2029\v\f]/gu;
const controls = /(?![\n\t])\p{Cc}/gu;

/** A text of several lines without control characters and without marks that turn its direction. */
export const clean = (text: string) =>
  text.replaceAll(breaks, '\n').replaceAll(bidi, '').replaceAll(controls, '').trim();

/** The same in one line. */
export const oneLine = (text: string) => clean(text).replaceAll(/\s+/gu, ' ');

// RFC 2047: whoever reads a header turns what begins so into other characters, line breaks among them.
const encodedWord = /=(?=\?)/g;

/** The same, fit for a header: what is read there is what stands there. */
export const headerLine = (text: string) => oneLine(text).replaceAll(encodedWord, '= ');
