import { shapesFromGeoJson } from '#routing';
import type { Area, Category, CityData } from '../../catalog/city-data.js';
import type { Finding } from '../../catalog/publishing/draft-kinds.js';

const warning = (field: string, code: string, vi: string, en: string): Finding => ({
  level: 'warning',
  field,
  code,
  detail: { vi, en },
});

/** Changes that hold for what was filed before as well. */
export function categoryWarnings(
  categories: readonly Category[],
  present: readonly Category[],
): Finding[] {
  const before = new Map(present.map((one) => [one.code, one]));
  return categories.flatMap((one) => {
    const old = before.get(one.code);
    if (!old) return [];
    const questions = one.questions.flatMap(({ key, type }, at) => {
      const asked = old.questions.find((other) => other.key === key);
      if (!asked || asked.type === type) return [];
      return warning(
        `${one.code}.questions.${at}.type`,
        'question-kind',
        `“${key}” đổi cách trả lời: câu trả lời đã có vẫn theo cách cũ. Nên đặt khóa mới.`,
        `“${key}” is answered in another way: answers that were given stay as they are. A new key is better.`,
      );
    });
    if (old.privacy === one.privacy) return questions;
    const vi = `Mức bảo mật đổi từ ${old.privacy} sang ${one.privacy}, cho cả phản ánh đã gửi.`;
    const en = `The privacy class goes from ${old.privacy} to ${one.privacy}, for what was filed too.`;
    return [...questions, warning(`${one.code}.privacy`, 'privacy-changed', vi, en)];
  });
}

/** Wards of today that no point can be found in, and ended ones that agencies still belong to. */
export function areaWarnings(areas: readonly Area[], { ward_shapes, agencies }: CityData) {
  const shapes = new Set(shapesFromGeoJson(ward_shapes).map(({ code }) => code));
  return areas.flatMap(({ code, name, parent, validTo }): Finding[] => {
    if (validTo === null)
      return parent === null || shapes.has(code)
        ? []
        : [
            warning(
              code,
              'no-shape',
              `${name.vi} chưa có ranh giới: điểm trên bản đồ không về được đây.`,
              `${name.en} has no boundary: points on the map cannot be found in it.`,
            ),
          ];
    const inside = agencies.filter((agency) => agency.ward === code && agency.validTo === null);
    return inside.map((agency) =>
      warning(
        code,
        'agency-stays',
        `${agency.name.vi} vẫn thuộc ${name.vi} sau khi địa bàn kết thúc.`,
        `${agency.name.en} still belongs to ${name.en} after it ends.`,
      ),
    );
  });
}
