import type { Urgency, Words } from '#lifecycle';
import { expandTeencode, phraseKey } from '#vietnamese';
import type { Category } from '../catalog/city-data.js';

/** The urgency of a complaint, and why when its words raise it above its category's own. */
export function urgencyOf(
  category: Category | null,
  text: string,
): { urgency: Urgency; reasons: Words[] } {
  if (!category) return { urgency: 'normal', reasons: [] };
  if (category.urgency === 'urgent') {
    const reason = {
      vi: `Lĩnh vực ${category.code} luôn là việc khẩn`,
      en: `Category ${category.code} is always urgent`,
    };
    return { urgency: 'urgent', reasons: [reason] };
  }
  const words = phraseKey(expandTeencode(text));
  const found = category.urgentWords.vi.find((phrase) => words.includes(phraseKey(phrase)));
  if (found === undefined || category.limits.resolveUrgent === null)
    return { urgency: category.urgency, reasons: [] };
  const reason = {
    vi: `Nội dung có “${found}”: nâng lên mức khẩn`,
    en: `The words “${found}” raise it to urgent`,
  };
  return { urgency: 'urgent', reasons: [reason] };
}
