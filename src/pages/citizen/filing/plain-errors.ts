import type { Words } from '#lifecycle';
import type { Category } from '../../../catalog/city-data.js';
import type { FieldError } from '../../../platform/errors/domain-error.js';
import { plainContact } from '../parts/plain-contact.js';

const plain: Record<string, Words> = {
  text: {
    vi: 'Xin viết rõ hơn: từ 10 đến 4.000 chữ cái.',
    en: 'Please say a little more: 10 to 4,000 characters.',
  },
  'filer.phone': plainContact.phone,
  'filer.email': plainContact.email,
};

/** Errors in words that say how to mend them; of a question, with the question. */
export function plainErrors(
  errors: readonly FieldError[],
  category: Category | null,
): readonly FieldError[] {
  return errors.map((error) => {
    const asked = category?.questions.find(({ key }) => error.field === `answers.${key}`)?.label;
    if (!asked) return { ...error, ...plain[error.field] };
    return { ...error, vi: `${asked.vi}: ${error.vi}`, en: `${asked.en}: ${error.en}` };
  });
}
