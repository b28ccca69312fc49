import type { Category, Question } from '../catalog/city-data.js';
import type { FieldError } from '../platform/errors/domain-error.js';
import { tellable } from '../platform/http/validation.js';
import { cleanText } from '../platform/http/fields.js';

export type Answers = Record<string, string | number | boolean>;

const MAX_TEXT = 1000;

const missing = {
  code: 'required',
  vi: 'Câu hỏi này cần trả lời.',
  en: 'This question needs an answer.',
};
const wrong = {
  code: 'answer',
  vi: 'Câu trả lời không đúng dạng.',
  en: 'The answer has the wrong form.',
};
const unknown = {
  code: 'unknown',
  vi: 'Lĩnh vực này không có câu hỏi đó.',
  en: 'The category has no such question.',
};

function accepted({ type, choices = [] }: Question, value: unknown): string | number | null {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = cleanText(value);
  if (text === '' || text.length > MAX_TEXT) return null;
  if (type === 'choice') return choices.some((choice) => choice.value === text) ? text : null;
  if (type === 'datetime') return Number.isNaN(Date.parse(text)) ? null : text;
  return text;
}

/** The answers that a category's questions admit, with an error for each that is missing, wrong or unknown. */
export function checkAnswers(
  category: Category | null,
  given: Record<string, unknown>,
): { answers: Answers; errors: FieldError[] } {
  const questions = category?.questions ?? [];
  const answers: Answers = {};
  const errors: FieldError[] = [];
  for (const question of questions) {
    const value = given[question.key];
    const field = `answers.${question.key}`;
    if (value === undefined || value === null || value === '') {
      if (question.required) errors.push({ field, ...missing });
      continue;
    }
    const answer = accepted(question, value);
    if (answer === null) errors.push({ field, ...wrong });
    else answers[question.key] = answer;
  }
  for (const key of Object.keys(given))
    if (!questions.some((question) => question.key === key))
      errors.push({ field: `answers.${tellable(key)}`, ...unknown });
  return { answers, errors };
}
