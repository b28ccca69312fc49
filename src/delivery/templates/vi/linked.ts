import { facts, paragraph, quote, type Block } from '../letter.js';
import type { FilerLetters, FilerModel } from '../model.js';
import { hello, reasons, track } from './words.js';

const part = (m: FilerModel): Block =>
  facts(['Mã theo dõi', m.code], ['Lĩnh vực', m.category], ['Cơ quan giải quyết', m.agency]);

/** Of what was split off: told under the complaint that was filed. */
export const linked: FilerLetters<'linked_result' | 'linked_rejected' | 'linked_late'> = {
  linked_result: (m) => ({
    subject: `Đã có kết quả một phần: ${m.code}`,
    blocks: [
      hello,
      paragraph('Một phần phản ánh của bạn, được tách ra giải quyết riêng, đã có kết quả.'),
      part(m),
      ...quote('Kết quả xác minh', m.answer?.finding ?? null),
      ...quote('Đã giải quyết', m.answer?.done ?? null),
      ...quote('Căn cứ', m.answer?.basis ?? null),
      track(m),
    ],
  }),
  linked_rejected: (m) => ({
    subject: `Một phần không được tiếp nhận: ${m.code}`,
    blocks: [
      hello,
      paragraph('Một phần phản ánh của bạn, được tách ra giải quyết riêng, không được tiếp nhận.'),
      part(m),
      facts(['Lý do', m.reason && reasons[m.reason]]),
      ...quote('Giải thích', m.text),
      track(m),
    ],
  }),
  linked_late: (m) => ({
    subject: `Một phần chậm hạn: ${m.code}`,
    blocks: [
      hello,
      paragraph(
        'Một phần phản ánh của bạn, được tách ra giải quyết riêng, bị chậm. Chúng tôi xin lỗi và hẹn ngày mới.',
      ),
      part(m),
      facts(['Ngày hẹn mới', m.newDate]),
      track(m),
    ],
  }),
};
