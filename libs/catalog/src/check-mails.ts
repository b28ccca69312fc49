import { fault, unless, type CatalogFault } from './fault.js';
import { placeholdersIn } from './placeholders.js';
import { entriesOf, isFields, isText, wordsFaults, type Fields } from './readable.js';

/** A mail as it was delivered with the program, placeholders in place of values. */
export interface DeliveredMail {
  subject: string;
  text: string;
}

export interface KnownMail {
  /** What a text may name. */
  values: readonly string[];
  delivered: { vi: DeliveredMail; en: DeliveredMail };
}

const CODE = /^[a-z_]{1,60}$/;
const LONGEST_SUBJECT = 150;
const LONGEST_TEXT = 5000;

/** Parts that the program writes; each stands as a paragraph of its own. */
export const mailParts = ['facts', 'quotes', 'link'] as const;

export const isMailPart = (name: string): boolean => mailParts.some((one) => one === name);

/** The paragraphs of a text: what empty lines part. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean);

/** What keeps a value from being the changed texts of mails. */
export function mailTextFaults(
  value: unknown,
  known: ReadonlyMap<string, KnownMail>,
): CatalogFault[] {
  const { entries, faults } = entriesOf(value, CODE);
  return [
    ...faults,
    ...entries.flatMap((one) => {
      const mail = known.get(one.code);
      return mail
        ? ofMail(one, mail)
        : [
            fault(
              one.code,
              'unknown-mail',
              'Không có thư này, hoặc thư này không sửa được.',
              'There is no such mail, or it is not changed.',
            ),
          ];
    }),
  ];
}

function ofMail({ code, subject, text }: Fields & { code: string }, mail: KnownMail) {
  return [
    ...wordsFaults(`${code}.subject`, subject),
    ...wordsFaults(`${code}.text`, text),
    ...(['vi', 'en'] as const).flatMap((language) => {
      const title = isFields(subject) ? subject[language] : null;
      const body = isFields(text) ? text[language] : null;
      if (!isText(title) || !isText(body)) return [];
      const delivered = mail.delivered[language];
      return [
        ...ofText(`${code}.subject.${language}`, title, delivered.subject, mail.values),
        ...ofText(`${code}.text.${language}`, body, delivered.text, [
          ...mail.values,
          ...placeholdersIn(delivered.text).filter(isMailPart),
        ]),
        ...lengths(code, language, title, body),
        ...standing(`${code}.text.${language}`, body),
      ];
    }),
  ];
}

function ofText(
  field: string,
  written: string,
  delivered: string,
  allowed: readonly string[],
): CatalogFault[] {
  const present = placeholdersIn(written);
  const missing = placeholdersIn(delivered).filter((name) => !present.includes(name));
  return [
    ...present
      .filter((name) => !allowed.includes(name))
      .map((name) =>
        fault(
          field,
          'unknown-placeholder',
          `Thư này không có chỗ điền {${name}}.`,
          `This mail has no {${name}}.`,
        ),
      ),
    ...missing.map((name) =>
      fault(field, 'placeholder-missing', `Thiếu chỗ điền {${name}}.`, `{${name}} is missing.`),
    ),
    ...unless(
      !/[{}]/.test(written.replaceAll(/\{[^{}\n]*\}/gu, '')),
      field,
      'broken-braces',
      'Có dấu { hoặc } lẻ.',
      'There is a { or } without its pair.',
    ),
  ];
}

const lengths = (code: string, language: string, title: string, body: string) => [
  ...unless(
    title.length <= LONGEST_SUBJECT && !title.includes('\n'),
    `${code}.subject.${language}`,
    'too-long',
    `Tiêu đề là một dòng, nhiều nhất ${LONGEST_SUBJECT} ký tự.`,
    `A subject is one line of at most ${LONGEST_SUBJECT} characters.`,
  ),
  ...unless(
    body.length <= LONGEST_TEXT,
    `${code}.text.${language}`,
    'too-long',
    `Nhiều nhất ${LONGEST_TEXT} ký tự.`,
    `At most ${LONGEST_TEXT} characters.`,
  ),
];

/** A part stands once, with an empty line before and after it. */
function standing(field: string, body: string): CatalogFault[] {
  const paragraphs = paragraphsOf(body);
  return mailParts.flatMap((name) => {
    const holding = paragraphs.filter((one) => one.includes(`{${name}}`));
    return unless(
      holding.length === 0 || (holding.length === 1 && holding[0] === `{${name}}`),
      field,
      'part-alone',
      `{${name}} phải đứng riêng một đoạn, và chỉ một lần.`,
      `{${name}} must stand as a paragraph of its own, once.`,
    );
  });
}
