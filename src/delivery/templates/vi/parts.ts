import { paragraph, quote } from '../letter.js';
import type { StaffLetters } from '../model.js';
import { categoryOf, matter, open } from './words.js';

/** Of what supporting agencies are asked. */
export const parts: StaffLetters<
  | 'staff_part_added'
  | 'staff_part_accepted'
  | 'staff_part_withdrawn'
  | 'staff_part_answered'
  | 'staff_part_returned'
> = {
  staff_part_added: (m) => ({
    subject: `Việc phối hợp mới #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Đơn vị được giao phối hợp một phản ánh. Xin nhận và nêu tên cán bộ, hoặc trả lại kèm lý do; cơ quan chủ trì chịu trách nhiệm chung.',
      ),
      matter(m, ['Nhận trước', m.acceptBy]),
      ...quote('Nội dung phối hợp', m.text),
      open(m),
    ],
  }),
  staff_part_accepted: (m) => ({
    subject: `Giao việc phối hợp #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('Đơn vị giao bạn một việc phối hợp.'),
      matter(m),
      ...quote('Nội dung phối hợp', m.text),
      open(m),
    ],
  }),
  staff_part_withdrawn: (m) => ({
    subject: `Rút việc phối hợp #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('Việc phối hợp giao cho đơn vị đã được rút, không phải làm nữa.'),
      matter(m),
      ...quote('Lý do', m.text),
    ],
  }),
  staff_part_answered: (m) => ({
    subject: `Có kết quả phối hợp #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('Một cơ quan phối hợp đã trả lời phần việc của mình.'),
      matter(m),
      ...quote('Trả lời', m.text),
      open(m),
    ],
  }),
  staff_part_returned: (m) => ({
    subject: `Việc phối hợp bị trả lại #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Một cơ quan phối hợp trả lại phần việc được giao. Xin giao nơi khác hoặc tự xử lý; thời hạn với người gửi không đổi.',
      ),
      matter(m),
      ...quote('Lý do', m.text),
      open(m),
    ],
  }),
};
