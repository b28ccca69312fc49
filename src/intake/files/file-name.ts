const MAX_NAME = 120;

const endings: Record<string, RegExp> = {
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
  'image/webp': /\.webp$/i,
  'application/pdf': /\.pdf$/i,
};
const added: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
};
const ofPicturesAndPdf = /\.(jpe?g|png|webp|avif|pdf)$/i;

/** A name to show: no path, no control characters, at most 120 characters, and the ending of its type. */
export function named(given: string, type: string): string {
  const base = given.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const clean = base.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  // What is downloaded is opened by its ending: page.html that holds a PDF must not run as a page.
  const ending = endings[type]?.test(clean) ? /\.\w+$/.exec(clean)![0] : (added[type] ?? '');
  const stem = clean.replace(ofPicturesAndPdf, '').trim() || 'file';
  // By characters: half of a surrogate pair could not be stored.
  return [...stem].slice(-(MAX_NAME - ending.length)).join('') + ending;
}

/** RFC 6266: a name in ASCII for old programs, and the whole one as RFC 8187 writes it. */
export function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
