import type { Guess } from '#classifier';
import type { Words } from '#lifecycle';
import type { Category } from '../../catalog/city-data.js';

const percent = (share: number) => Math.round(share * 100);

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

export const soundsLike = (category: Category, { confidence, words }: Guess): Words => ({
  vi: `Nghe giống ${category.code} (${category.name.vi}), chắc khoảng ${percent(confidence)} %, vì có ${quoted(words)}`,
  en: `It sounds like ${category.code} (${category.name.en}), about ${percent(confidence)} % sure, by ${quoted(words)}`,
});

export const notSure = (bar: number | null): Words =>
  bar === null
    ? {
        vi: 'Mô hình chưa đủ chắc ở bất cứ mức nào nên cần người xem',
        en: 'The model is not sure enough at any level, so a person looks first',
      }
    : {
        vi: `Dưới ngưỡng ${percent(bar)} % nên cần người xem`,
        en: `Below the bar of ${percent(bar)} %, so a person looks first`,
      };

export const soundsUrgent = ({ confidence, words }: Guess): Words => ({
  vi: `Nghe như việc khẩn, chắc khoảng ${percent(confidence)} %, vì có ${quoted(words)}: cần người xem`,
  en: `It sounds urgent, about ${percent(confidence)} % sure, by ${quoted(words)}: a person looks first`,
});

export const otherThanChosen = (chosen: Category): Words => ({
  vi: `Người gửi đã chọn ${chosen.code} (${chosen.name.vi}); lựa chọn đó được giữ nguyên`,
  en: `The filer chose ${chosen.code} (${chosen.name.en}), and that stands`,
});

export const needsPerson = (category: Category): Words => ({
  vi: `Lĩnh vực ${category.code} không giao tự động`,
  en: `Matters of ${category.code} are not assigned without a person`,
});
