import type { Words } from '#lifecycle';
import type { Category } from '../../../catalog/city-data.js';
import type { FieldError } from '../../../platform/errors/domain-error.js';

const plain: Record<string, Words> = {
  text: {
    vi: 'Xin viết rõ hơn: từ 10 đến 4.000 chữ cái.',
    en: 'Please say a little more: 10 to 4,000 characters.',
  },
  'filer.phone': {
    vi: 'Số điện thoại gồm 8 đến 17 chữ số, ví dụ 0912 345 678.',
    en: 'A phone number has 8 to 17 digits, such as 0912 345 678.',
  },
  'filer.email': {
    vi: 'Địa chỉ thư có dạng ten@vidu.vn.',
    en: 'A mail address looks like name@example.org.',
  },
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
