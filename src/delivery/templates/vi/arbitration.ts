import { groundWords } from '../../../complaints/words.js';
import { facts, paragraph, quote } from '../letter.js';
import type { StaffLetters, StaffModel } from '../model.js';
import { categoryOf, matter, open } from './words.js';

const returned = ({ returns }: StaffModel) =>
  facts(
    ...returns.map(({ agency, ground, proposed }, at) => {
      const whose = proposed ? `; đề nghị chuyển đến ${proposed}` : '';
      return [`Trả lại lần ${at + 1}`, `${agency}: ${groundWords[ground].vi}${whose}`] as const;
    }),
  );

/** Of the second return and the decision on it. */
export const arbitration: StaffLetters<
  'staff_arbitration' | 'staff_decided' | 'staff_decided_elsewhere'
> = {
  staff_arbitration: (m) => ({
    subject: `Cần quyết định cơ quan chủ trì #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Phản ánh bị trả lại đủ số lần cho phép. Lãnh đạo trung tâm quyết định, có giá trị bắt buộc; thời hạn với người gửi không đổi.',
      ),
      matter(m),
      returned(m),
      ...quote('Giải thích của đơn vị trả lại sau cùng', m.text),
      open(m),
    ],
  }),
  staff_decided: (m) => ({
    subject: `Quyết định giao chủ trì #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Lãnh đạo trung tâm quyết định đơn vị chủ trì phản ánh này. Quyết định có giá trị bắt buộc, không trả lại được nữa; xin tiếp nhận.',
      ),
      matter(m, ['Tiếp nhận trước', m.acceptBy]),
      ...quote('Căn cứ', m.decision),
      ...quote('Nội dung giao', m.text),
      returned(m),
      open(m),
    ],
  }),
  staff_decided_elsewhere: (m) => ({
    subject: `Đã quyết định cơ quan chủ trì #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Về phản ánh mà đơn vị đã trả lại, lãnh đạo trung tâm đã quyết định cơ quan chủ trì. Đơn vị không phải làm gì thêm.',
      ),
      matter(m),
      ...quote('Căn cứ', m.decision),
    ],
  }),
};
