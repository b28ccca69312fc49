import { returnGrounds, type Words } from '#lifecycle';
import { groundWords } from '../../../complaints/words.js';
import { escapeHtml as e } from '../../../platform/html.js';
import type { FieldError } from '../../../platform/errors/domain-error.js';
import type { Language } from '../../../platform/moment.js';
import { stepWords, type Step } from './words.js';

export type Choice = { value: string; label: Words };

type Field = { name: string; label: Words; hint?: Words } & (
  | { kind: 'text'; least?: number; most: number }
  | { kind: 'radio'; choices: readonly Choice[] }
  | { kind: 'select' }
  | { kind: 'files' }
);

const grounds = returnGrounds.map((value) => ({ value, label: groundWords[value] }));

const fields: Record<Step, readonly Field[]> = {
  accept: [],
  ask: [
    {
      name: 'text',
      kind: 'text',
      least: 5,
      most: 2000,
      label: { vi: 'Câu hỏi gửi người phản ánh', en: 'The question to the filer' },
    },
  ],
  answer: [
    {
      name: 'finding',
      kind: 'text',
      least: 5,
      most: 4000,
      label: { vi: 'Kiểm tra thấy gì', en: 'What was found' },
      hint: { vi: 'Đúng, đúng một phần, hay không đúng.', en: 'True, partly true, or not true.' },
    },
    {
      name: 'done',
      kind: 'text',
      least: 5,
      most: 4000,
      label: { vi: 'Đã làm gì, lúc nào', en: 'What was done, and when' },
      hint: { vi: 'Nếu chưa làm: vì sao.', en: 'If nothing was done: why.' },
    },
    {
      name: 'basis',
      kind: 'text',
      most: 1000,
      label: { vi: 'Căn cứ pháp lý (nếu có)', en: 'Legal basis (if any)' },
    },
    {
      name: 'files',
      kind: 'files',
      label: { vi: 'Ảnh hoặc PDF', en: 'Photos or PDF' },
      hint: { vi: 'Nhiều nhất 5 tệp, mỗi tệp 10 MB.', en: 'At most 5 files of 10 MB.' },
    },
  ],
  return: [
    { name: 'ground', kind: 'radio', choices: grounds, label: { vi: 'Lý do', en: 'Ground' } },
    {
      name: 'proposed',
      kind: 'select',
      label: { vi: 'Cơ quan cần nhận', en: 'The agency whose it is' },
      hint: {
        vi: 'Cần có khi không thuộc thẩm quyền hoặc địa bàn.',
        en: 'Needed when the matter is not yours or not in your area.',
      },
    },
    {
      name: 'text',
      kind: 'text',
      least: 10,
      most: 2000,
      label: { vi: 'Nói rõ thêm', en: 'In your words' },
    },
  ],
};

/** What somebody typed into a form, by the names of its fields. */
export type Typed = ReadonlyMap<string, string>;

export interface FormState {
  action: string;
  language: Language;
  typed: Typed;
  errors: readonly FieldError[];
  agencies: readonly Choice[];
}

const idOf = (step: Step, name: string) => `${step}-${name}`;

/** The field that an error is about, by its id and label; null where the form has no such field. */
export function fieldAt(step: Step, path: string): { id: string; label: Words } | null {
  const [name] = path.split('.');
  const field = fields[step].find((one) => one.name === name);
  return field ? { id: idOf(step, field.name), label: field.label } : null;
}

function control(step: Step, field: Field, state: FormState, described: string): string {
  const { typed, language, agencies } = state;
  const value = typed.get(field.name) ?? '';
  const named = `id="${idOf(step, field.name)}" name="${field.name}"${described}`;
  switch (field.kind) {
    case 'text':
      return `<textarea ${named} rows="4" maxlength="${field.most}"${field.least ? ` minlength="${field.least}" required` : ''}>${e(value)}</textarea>`;
    case 'files':
      return `<input ${named} type="file" multiple accept="image/jpeg,image/png,image/webp,application/pdf">`;
    case 'select': {
      const options = [{ value: '', label: { vi: '—', en: '—' } }, ...agencies].map(
        (one) =>
          `<option value="${e(one.value)}"${one.value === value ? ' selected' : ''}>${e(one.label[language])}</option>`,
      );
      return `<select ${named}>${options.join('')}</select>`;
    }
    case 'radio':
      return field.choices
        .map(
          (one, at) =>
            `<label class="choice"><input type="radio"${at === 0 ? ` id="${idOf(step, field.name)}"` : ''} name="${field.name}" value="${e(one.value)}" required${one.value === value ? ' checked' : ''}>${e(one.label[language])}</label>`,
        )
        .join('');
  }
}

function fieldOf(step: Step, field: Field, state: FormState): string {
  const id = idOf(step, field.name);
  const { language } = state;
  const wrong = state.errors.find((one) => fieldAt(step, one.field)?.id === id);
  const notes = [
    field.hint && { id: `${id}-hint`, kind: 'hint', text: field.hint[language] },
    wrong && { id: `${id}-wrong`, kind: 'wrong', text: wrong[language] },
  ].filter((one) => one !== undefined);
  const described =
    (notes.length > 0 ? ` aria-describedby="${notes.map((one) => one.id).join(' ')}"` : '') +
    (wrong ? ' aria-invalid="true"' : '');
  const said = notes.map((one) => `<p id="${one.id}" class="${one.kind}">${e(one.text)}</p>`);
  const input = control(step, field, state, described);
  return field.kind === 'radio'
    ? `<fieldset${described}><legend>${e(field.label[language])}</legend>${said.join('')}${input}</fieldset>`
    : `<div class="field"><label for="${id}">${e(field.label[language])}</label>${said.join('')}${input}</div>`;
}

/** The form of one step, with what was typed before and what was wrong with it. */
export function formOf(step: Step, state: FormState): string {
  const { title, lead, send } = stepWords[step];
  const { language, action } = state;
  const inputs = fields[step].map((field) => fieldOf(step, field, state));
  const head = `<h2 id="${step}">${e(title[language])}</h2><p>${e(lead[language])}</p>`;
  return `<section aria-labelledby="${step}">${head}<form method="post" action="${e(action)}" enctype="multipart/form-data">${inputs.join('')}<button>${e(send[language])}</button></form></section>`;
}
