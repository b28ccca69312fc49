import { link, paragraph } from '../letter.js';
import type { Letters, SummaryModel } from '../model.js';

const cases = ({ lines }: SummaryModel) => lines.map(({ label, url }) => link(label, url));

const others = ({ more }: SummaryModel) =>
  more > 0 ? [paragraph(`Và ${more} việc khác; xin xem danh sách trong hệ thống.`)] : [];

export const summary: Letters['summary'] = {
  staff_digest: (m) => ({
    subject: `${m.count} thông báo về các việc`,
    blocks: [
      paragraph('Những thông báo này đến trong giờ nghỉ của bạn, hoặc dồn trong vài phút.'),
      ...cases(m),
      ...others(m),
    ],
  }),
  morning: (m) => ({
    subject: `Danh sách buổi sáng: ${m.count} việc quá hạn`,
    blocks: [
      paragraph(`Các việc cần lãnh đạo quan tâm, việc trễ lâu nhất đứng trước (${m.at}).`),
      ...cases(m),
      ...others(m),
    ],
  }),
};
