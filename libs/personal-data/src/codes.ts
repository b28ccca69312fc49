import type { PersonalKind, Span } from './kinds.js';
import type { Shadow } from './shadow.js';

const span = (kind: PersonalKind, start: number, words: string): Span => ({
  kind,
  start,
  end: start + words.length,
});

const at = /@|[([] ?(?:at|a cong) ?[)\]]/g;
const local = /[a-z0-9._%+-]/;
const domain = /^ ?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/;
const MAX_LOCAL = 64;

/** Mail addresses, found from their sign outwards, so that no length of text costs more than once. */
export function emailsIn({ plain }: Shadow): Span[] {
  const found: Span[] = [];
  for (const { 0: sign, index } of plain.matchAll(at)) {
    let begin = sign === '@' || plain[index - 1] !== ' ' ? index : index - 1;
    const last = begin;
    while (begin > 0 && last - begin < MAX_LOCAL && local.test(plain[begin - 1] ?? '')) begin -= 1;
    const after = index + sign.length;
    const host = domain.exec(plain.slice(after, after + 200))?.[0];
    if (begin < last && host) found.push(span('email', begin, plain.slice(begin, after) + host));
  }
  return found;
}

const power = /(?<![a-z0-9\uFFFC])p[a-z]\d{8,11}(?![a-z0-9\uFFFC])/g;
const announced =
  /(?<![a-z0-9\uFFFC])(?:ma (?:so )?(?:khach hang|khang|kh)|makh|(?:ma|so) (?:danh ba|danh bo|diem do)|(?:so|ma) cong to|so dong ho|(?:ma |so )?hop dong(?: so)?)(?: dien| nuoc)?(?: cua (?:toi|em|minh|nha toi|nha em))?[ :=-]{0,3}(?:so |la )?[ :]{0,2}(?<code>[a-z0-9][a-z0-9./-]{2,20}[a-z0-9])(?![a-z0-9\uFFFC])/dg;

/** Codes of customers of electricity and water, by their form or by the words before them. */
export function customerCodesIn({ plain }: Shadow): Span[] {
  const said = [...plain.matchAll(announced)].flatMap(({ groups, indices }) => {
    const { code = '' } = groups ?? {};
    const start = indices?.groups?.['code']?.[0] ?? 0;
    return code.replaceAll(/\D/g, '').length >= 4 ? [span('customer_code', start, code)] : [];
  });
  const formed = [...plain.matchAll(power)].map(({ 0: code, index }) =>
    span('customer_code', index, code),
  );
  return [...said, ...formed];
}

const announcedPassport =
  /(?<![a-z0-9\uFFFC])(?:ho chieu|passport)(?: so| no\.?| la)?[ :]{0,3}(?<code>[a-z]{1,2}\d{6,8})(?![a-z0-9\uFFFC])/dg;
const barePassport = /(?<![\p{L}\p{M}\p{N}\uFFFC])[BCDEKNPS]\d{7}(?![\p{L}\p{M}\p{N}\uFFFC])/gu;

export function passportsIn({ text, plain }: Shadow): Span[] {
  const said = [...plain.matchAll(announcedPassport)].map(({ groups, indices }) =>
    span('passport', indices?.groups?.['code']?.[0] ?? 0, groups?.['code'] ?? ''),
  );
  const bare = [...text.matchAll(barePassport)].map(({ 0: code, index }) =>
    span('passport', index, code),
  );
  return [...said, ...bare];
}

const plate =
  /(?<![a-z0-9\uFFFC])[1-9]\d[ -]?(?<series>[a-z]{1,2})\d?[ .-]{0,3}(?<number>\d{3}[. ]\d{2}|\d{4,5})(?![a-z0-9\uFFFC]|[.,]\d)/dg;
const vehicle = /(?:bien so|bien|bks|bsx|xe|o to|oto|xe may)(?: so)?(?: la)?[ :]{0,3}$/;

/** Registration plates. In small letters and without a dot they could be money (30k 2000), so a vehicle must be named. */
export function platesIn({ text, plain }: Shadow): Span[] {
  return [...plain.matchAll(plate)].flatMap(({ 0: found, index, groups, indices }) => {
    const [from = 0, to = 0] = indices?.groups?.['series'] ?? [];
    const written = text.slice(from, to);
    const sure =
      written !== written.toLowerCase() ||
      groups?.['number']?.includes('.') ||
      vehicle.test(plain.slice(Math.max(0, index - 24), index));
    return sure ? [span('plate', index, found)] : [];
  });
}
