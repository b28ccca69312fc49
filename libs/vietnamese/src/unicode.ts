// NUL cannot be stored by PostgreSQL and the other controls not be written in XML; what cannot be seen (soft hyphen,
// zero-width, bidirectional) lets two texts look alike and differ.
const invisible =
  /[^\P{Cc}\t\n\r\u0080-\u009F]|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

/** NFC, with Icelandic Ð (U+00D0) read as Đ, without control, zero-width and bidirectional characters. */
export function nfc(text: string): string {
  return text.replace(invisible, '').normalize('NFC').replaceAll('\u00D0', '\u0110');
}
