// NUL cannot be stored by PostgreSQL and the other controls not be written in XML; what cannot be seen (soft hyphen,
// zero-width, bidirectional) lets two texts look alike and differ.
const invisible =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** NFC, with Icelandic Ð (U+00D0) read as Đ, without control, zero-width and bidirectional characters. */
export function nfc(text: string): string {
  return text.replace(invisible, '').normalize('NFC').replaceAll('\u00D0', '\u0110');
}
