import type { PartnerMatter } from '../../../complaints/partners/partner.dto.js';
import { urgencyWords } from '../../../complaints/words.js';
import type { Urgency, Words } from '#lifecycle';
import { escapeHtml as e } from '../../../platform/html.js';
import type { Problem } from '../../../platform/errors/problem.js';
import { writeMoment, type Language } from '../../../platform/moment.js';
import { fieldAt, formOf, type Choice, type Typed } from './forms.js';
import { pageWords as w, saidWords, steps, stepWords, type Step } from './words.js';

/** What is the same for every page: whose it is, and how things are written. */
export interface Frame {
  center: Words;
  hotline: string;
  timeZone: string;
  language: Language;
  agencies: readonly Choice[];
}

/** What a page shows: the matter where it can be read, and what came of the last step. */
export interface Shown {
  token: string | null;
  matter?: PartnerMatter;
  step?: Step;
  typed?: Typed;
  wrong?: Problem;
  done?: Step;
}

const query = (language: Language) => (language === 'en' ? '?lang=en' : '');

/** Where a page is, in a language. */
export const pathOf = (token: string, language: Language, more = '') =>
  `/partner/${encodeURIComponent(token)}${more}${query(language)}`;

function facts(matter: PartnerMatter, { language, timeZone }: Frame): string {
  const moment = (at: string) =>
    `<time datetime="${e(at)}">${e(writeMoment(new Date(at), language, timeZone))}</time>`;
  const { address, ward, lat, lon } = matter.place;
  const place = e([address, ward?.[language]].filter(Boolean).join(', '));
  const map =
    lat === null || lon === null
      ? ''
      : ` <a href="geo:${lat},${lon}?q=${lat},${lon}">${e(w.map[language])}</a>`;
  const rows: [Words, string][] = [
    [w.status, e(matter.statusWords[language])],
    [w.urgency, e(urgencyWords[matter.urgency as Urgency][language])],
    ...(matter.acceptBy ? [[w.acceptBy, moment(matter.acceptBy)] as [Words, string]] : []),
    [w.dueAt, moment(matter.dueAt)],
    ...(place || map ? [[w.address, place + map] as [Words, string]] : []),
  ];
  return `<dl>${rows.map(([name, value]) => `<dt>${e(name[language])}</dt><dd>${value}</dd>`).join('')}</dl>`;
}

function photos({ photos }: PartnerMatter, token: string, language: Language): string {
  const items = photos.map(({ id, type }, at) => {
    const url = e(`/api/partner/${encodeURIComponent(token)}/attachments/${id}`);
    const image = type.startsWith('image/');
    const name = `${(image ? w.photo : w.file)[language]} ${at + 1}`;
    const shown = image ? `<img src="${url}" alt="${e(name)}" loading="lazy">` : e(name);
    return `<li><a href="${url}">${shown}</a></li>`;
  });
  return items.length > 0 ? `<ul class="photos">${items.join('')}</ul>` : '';
}

function talk({ said }: PartnerMatter, { language, timeZone }: Frame): string {
  const items = said.map(
    ({ type, at, text }) =>
      `<li><b>${e(saidWords[type]?.[language] ?? type)}</b> <time datetime="${e(at)}">${e(writeMoment(new Date(at), language, timeZone))}</time><p>${e(text ?? '')}</p></li>`,
  );
  return items.length > 0
    ? `<h2>${e(w.said[language])}</h2><ul class="said">${items.join('')}</ul>`
    : '';
}

function problem({ wrong, step }: Shown, language: Language): string {
  if (!wrong) return '';
  const lines = (wrong.errors ?? []).map((one) => {
    const field = step && fieldAt(step, one.field);
    const said = e(one[language]);
    return `<li>${field ? `<a href="#${field.id}">${e(field.label[language])}: ${said}</a>` : said}</li>`;
  });
  const list = lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '';
  const again = step === 'answer' ? `<p>${e(w.filesAgain[language])}</p>` : '';
  const title = step ? `<h2>${e(w.wrong[language])}</h2>` : '';
  return `<div class="problem" role="alert">${title}<p>${e(wrong.detail[language])}</p>${list}${again}</div>`;
}

function forms(shown: Shown, { language, agencies }: Frame): string {
  const { token, matter, step, typed = new Map(), wrong } = shown;
  if (token === null) return '';
  const open = matter ? matter.can : step ? [step] : [];
  const drawn = steps
    .filter((one) => open.includes(one))
    .map((one) =>
      formOf(one, {
        action: pathOf(token, language, `/${one}`),
        language,
        agencies,
        typed: one === step ? typed : new Map(),
        errors: one === step ? (wrong?.errors ?? []) : [],
      }),
    );
  return drawn.length > 0 || !matter ? drawn.join('') : `<p>${e(w.nothingOpen[language])}</p>`;
}

/** The page of a link: the matter, what came of the last step, and what can be done now. Works without script. */
export function partnerPage(shown: Shown, frame: Frame): string {
  const { language, center, hotline, timeZone } = frame;
  const { token, matter, done } = shown;
  const name = matter?.category?.[language] ?? w.category[language];
  const title = matter ? `${name} · ${matter.ref}` : center[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const turn =
    token === null
      ? ''
      : `<a href="${e(pathOf(token, other))}" lang="${other}" hreflang="${other}">${other === 'en' ? 'English' : 'Tiếng Việt'}</a>`;
  const notice = done
    ? `<p class="done" role="status">${e(stepWords[done].done[language])}</p>`
    : '';
  const about = matter
    ? `<p>${e(matter.agency[language])}</p>${facts(matter, frame)}<h2>${e(w.filerSays[language])}</h2><blockquote>${e(matter.text)}</blockquote>${photos(matter, token ?? '', language)}${talk(matter, frame)}`
    : '';
  const again =
    token !== null && !matter && shown.step
      ? `<p><a href="${e(pathOf(token, language))}">${e(w.back[language])}</a></p>`
      : '';
  const foot = matter
    ? `<p>${e(w.valid[language])} ${e(writeMoment(new Date(matter.validUntil), language, timeZone))}; ${e(w.uses[language])}: ${matter.usesLeft}.</p>`
    : '';
  const call = `<p>${e(w.hotline[language])}: <a href="tel:${e(hotline.replaceAll(' ', ''))}">${e(hotline)}</a></p>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${e(shown.wrong && shown.step ? `${w.wrong[language]} · ${title}` : title)}</title><link rel="stylesheet" href="/partner/page.css"></head><body><a class="skip" href="#do">${e(w.skip[language])}</a><header><span>${e(center[language])}</span>${turn}</header><main><h1>${e(title)}</h1>${notice}${problem(shown, language)}${about}<div id="do">${forms(shown, frame)}</div>${again}</main><footer>${foot}${call}</footer></body></html>`;
}
