import { fault, unless, type CatalogFault } from './fault.js';
import { choiceFaults, isFields, isText, wordsFaults, type Fields } from './readable.js';

export const questionTypes = ['text', 'choice', 'datetime', 'number'] as const;

/** More would not be answered by somebody who stands beside a broken lamp. */
export const MOST_QUESTIONS = 12;

const KEY = /^[a-z][a-z0-9_]{0,39}$/;

/** What keeps a value from being the questions of a category. */
export function questionFaults(field: string, value: unknown): CatalogFault[] {
  if (!Array.isArray(value))
    return [fault(field, 'not-a-list', 'Phải là một danh sách.', 'Must be a list.')];
  const questions = value as unknown[];
  const keys = questions.map((one) => (isFields(one) ? one.key : undefined));
  return [
    ...unless(
      questions.length <= MOST_QUESTIONS,
      field,
      'too-many',
      `Nhiều nhất ${MOST_QUESTIONS} câu hỏi.`,
      `At most ${MOST_QUESTIONS} questions.`,
    ),
    ...questions.flatMap((one, at) =>
      isFields(one)
        ? ofQuestion(`${field}.${at}`, one, keys.indexOf(one.key) < at)
        : [fault(`${field}.${at}`, 'broken', 'Không đọc được.', 'Cannot be read.')],
    ),
  ];
}

function ofQuestion(
  field: string,
  { key, type, required, label, choices }: Fields,
  isTwice: boolean,
): CatalogFault[] {
  return [
    ...unless(
      typeof key === 'string' && KEY.test(key),
      `${field}.key`,
      'broken-key',
      'Khóa gồm chữ thường không dấu, số và gạch dưới, bắt đầu bằng chữ.',
      'A key has small plain letters, digits and underscores, a letter first.',
    ),
    ...unless(
      !isTwice,
      `${field}.key`,
      'duplicate-key',
      'Khóa này đã có ở câu trên.',
      'A question above has the same key.',
    ),
    ...choiceFaults(`${field}.type`, type, questionTypes),
    ...unless(
      typeof required === 'boolean',
      `${field}.required`,
      'broken',
      'Phải nói rõ có bắt buộc hay không.',
      'Must say whether it is required.',
    ),
    ...wordsFaults(`${field}.label`, label),
    ...(type === 'choice' ? optionFaults(`${field}.choices`, choices) : []),
  ];
}

function optionFaults(field: string, value: unknown): CatalogFault[] {
  const options = Array.isArray(value) ? (value as unknown[]) : [];
  const values = options.map((one) => (isFields(one) ? one.value : undefined));
  return [
    ...unless(
      options.length >= 2,
      field,
      'too-few',
      'Câu hỏi chọn cần ít nhất hai lựa chọn.',
      'A choice needs at least two options.',
    ),
    ...options.flatMap((one, at) => [
      ...unless(
        isFields(one) && isText(one.value) && KEY.test(one.value),
        `${field}.${at}.value`,
        'broken-value',
        'Giá trị gồm chữ thường không dấu, số và gạch dưới.',
        'A value has small plain letters, digits and underscores.',
      ),
      ...unless(
        values.indexOf(values[at]) === at,
        `${field}.${at}.value`,
        'duplicate-value',
        'Giá trị này đã có ở lựa chọn trên.',
        'An option above has the same value.',
      ),
      ...wordsFaults(`${field}.${at}.label`, isFields(one) ? one.label : null),
    ]),
  ];
}
