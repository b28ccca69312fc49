import { paragraph, quote } from '../letter.js';
import type { Letters, StaffModel } from '../model.js';
import { categoryOf, clockOf, matter, open } from './words.js';

const times = ({ urging }: StaffModel) => (urging === null ? '' : ` lần ${urging}`);

export const urging: Pick<
  Letters['staff'],
  'staff_urged' | 'staff_urging_answered' | 'staff_handed_up' | 'staff_urgency_raised'
> = {
  staff_urged: (m) => ({
    subject: `Đôn đốc${times(m)} #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Đề nghị đơn vị khẩn trương giải quyết. Xin trả lời đôn đốc: đã làm gì, vướng ở đâu, khi nào xong.',
      ),
      matter(m, ['Đôn đốc lần', m.urging], ['Trả lời trước', m.answerBy]),
      ...quote('Nội dung đôn đốc', m.text),
      open(m),
    ],
  }),
  staff_urging_answered: (m) => ({
    subject: `Đã trả lời đôn đốc${times(m)} #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('Đơn vị đã trả lời đôn đốc.'),
      matter(m, ['Đôn đốc lần', m.urging]),
      ...quote('Trả lời', m.text),
      open(m),
    ],
  }),
  staff_handed_up: (m) => ({
    subject: `Quá hạn ${clockOf(m)} mà chưa ai nhận, chuyển lãnh đạo Trung tâm #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Việc này chưa có ai nhận đúng hạn, nên nằm trong danh sách của lãnh đạo Trung tâm cho đến khi có đơn vị nhận hoặc được giao lại.',
      ),
      matter(m),
      open(m),
    ],
  }),
  staff_urgency_raised: (m) => ({
    subject: `Chuyển thành việc khẩn #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        `Thời hạn ${clockOf(m)} đã đưa việc này lên mức khẩn. Thời hạn của đơn vị ngắn lại; ngày đã hẹn với người gửi không đổi.`,
      ),
      matter(m),
      open(m),
    ],
  }),
};
