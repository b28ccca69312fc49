import { groundWords } from '../../../complaints/words.js';
import type { extensions } from './extension.js';
import { paragraph, quote } from '../letter.js';
import type { Letters } from '../model.js';
import { arbitration } from './arbitration.js';
import { parts } from './parts.js';
import type { urging } from './urging.js';
import { categoryOf, clockOf, matter, open } from './words.js';

export const staff: Omit<Letters['staff'], keyof typeof urging | keyof typeof extensions> = {
  ...arbitration,
  ...parts,
  staff_assigned: (m) => ({
    subject: `Việc mới #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Trung tâm giao đơn vị chủ trì một phản ánh. Xin tiếp nhận, hoặc trả lại có lý do.',
      ),
      matter(m, ['Tiếp nhận trước', m.acceptBy]),
      ...quote('Nội dung giao', m.text),
      open(m),
    ],
  }),
  staff_accepted: (m) => ({
    subject: `Giao xử lý #${m.ref}: ${categoryOf(m)}`,
    blocks: [paragraph('Đơn vị giao bạn xử lý một phản ánh.'), matter(m), open(m)],
  }),
  staff_handed_over: (m) => ({
    subject: `Nhận bàn giao #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Một việc đang giải quyết được bàn giao cho bạn. Thời hạn với người gửi không đổi.',
      ),
      matter(m),
      ...quote('Lý do bàn giao', m.text),
      open(m),
    ],
  }),
  staff_replied: (m) => ({
    subject: `Người gửi đã trả lời #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('Người gửi đã bổ sung thông tin. Nội dung chỉ xem được trong hệ thống.'),
      matter(m),
      open(m),
    ],
  }),
  staff_returned: (m) => ({
    subject: `Việc bị trả lại #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Một đơn vị trả lại phản ánh. Cần xác định lại cơ quan chủ trì; thời hạn với người gửi không đổi.',
      ),
      matter(
        m,
        ['Lý do trả lại', m.ground && groundWords[m.ground].vi],
        ['Đề nghị chuyển đến', m.proposed],
      ),
      ...quote('Giải thích', m.text),
      open(m),
    ],
  }),
  staff_sent_back: (m) => ({
    subject: `Kết quả cần bổ sung #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('Trung tâm chưa duyệt kết quả và gửi lại để bổ sung.'),
      matter(m),
      ...quote('Cần bổ sung', m.text),
      open(m),
    ],
  }),
  staff_reopened: (m) => ({
    subject: `Phản ánh được mở lại #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Kết quả chưa được chấp nhận; phản ánh được mở lại với thời hạn mới. Lý do xem trong hệ thống.',
      ),
      matter(m, ['Tiếp nhận trước', m.acceptBy]),
      open(m),
    ],
  }),
  staff_review: (m) => ({
    subject: `Đánh giá thấp, cần xem lại #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('Người gửi chưa hài lòng với kết quả. Xin xem lại chất lượng giải quyết.'),
      matter(m, ['Điểm đánh giá', m.score === null ? null : `${m.score}/5`]),
      open(m),
    ],
  }),
  staff_warned: (m) => ({
    subject: `Sắp đến hạn ${clockOf(m)} #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(`Thời hạn ${clockOf(m)} sắp hết.`),
      matter(m, ['Đến hạn', m.dueAt]),
      open(m),
    ],
  }),
  staff_breached: (m) => ({
    subject: `Quá hạn ${clockOf(m)} #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(`Đã quá thời hạn ${clockOf(m)}; việc này được tính là chậm.`),
      matter(m, ['Đã đến hạn', m.dueAt]),
      open(m),
    ],
  }),
  staff_escalated: (m) => ({
    subject: `Chậm kéo dài, hạn ${clockOf(m)} #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        `Thời hạn ${clockOf(m)} đã qua mà việc vẫn chưa xong, nên được báo lên cấp trên. Xin đôn đốc.`,
      ),
      matter(m, ['Đã đến hạn', m.dueAt]),
      open(m),
    ],
  }),
};
