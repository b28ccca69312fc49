import type { IncidentTemplate } from '../../../complaints/notices/templates.js';
import { facts, link, paragraph, quote, when } from '../letter.js';
import type { Letters } from '../model.js';
import type { calendar } from './calendar.js';
import type { forward } from './forward.js';
import { linked } from './linked.js';
import { filed, hello, late, reasons, track } from './words.js';

export const filer: Omit<
  Letters['filer'],
  keyof typeof calendar | keyof typeof forward | 'extended' | 'date_moved' | IncidentTemplate
> = {
  ...linked,
  received: (m) => ({
    subject: `Đã tiếp nhận phản ánh ${m.code}`,
    blocks: [
      hello,
      paragraph(
        `${m.center} đã nhận được phản ánh của bạn. Dưới đây là mã theo dõi: ai có mã này đều xem được phản ánh, vì vậy xin giữ cho riêng mình.`,
      ),
      filed(m),
      paragraph(
        'Chúng tôi sẽ báo cho bạn khi phản ánh được chuyển đến cơ quan giải quyết, khi cần bổ sung thông tin và khi có kết quả.',
      ),
      track(m),
    ],
  }),
  forwarded: (m) => ({
    subject: `Phản ánh ${m.code} đã chuyển đến cơ quan giải quyết`,
    blocks: [
      hello,
      paragraph('Phản ánh của bạn đã được chuyển đến cơ quan chủ trì giải quyết.'),
      filed(m),
      paragraph('Nếu việc phải đổi cơ quan, thời hạn đã hẹn với bạn vẫn giữ nguyên.'),
      track(m),
    ],
  }),
  question: (m) => ({
    subject: `Phản ánh ${m.code}: cần bạn bổ sung thông tin`,
    blocks: [
      hello,
      paragraph('Để giải quyết phản ánh, chúng tôi cần bạn cho biết thêm.'),
      ...quote('Câu hỏi', m.text),
      paragraph(
        m.replyBy
          ? `Xin trả lời trước ${m.replyBy} tại đường liên kết dưới đây; trong lúc chờ, thời hạn giải quyết tạm dừng. Quá thời điểm đó mà chưa có trả lời, phản ánh sẽ kết thúc và bạn được báo.`
          : 'Xin trả lời tại đường liên kết dưới đây.',
      ),
      link('Trả lời', m.url),
    ],
  }),
  result: (m) => ({
    subject: `Phản ánh ${m.code} đã có kết quả giải quyết`,
    blocks: [
      hello,
      paragraph('Phản ánh của bạn đã có kết quả giải quyết, được Trung tâm kiểm tra.'),
      facts(['Mã theo dõi', m.code], ['Lĩnh vực', m.category], ['Cơ quan giải quyết', m.agency]),
      ...quote('Kết luận', m.answer?.finding ?? null),
      ...quote('Việc đã làm', m.answer?.done ?? null),
      ...quote('Căn cứ', m.answer?.basis ?? null),
      paragraph(
        'Nếu đồng ý, xin xác nhận và đánh giá mức hài lòng. Nếu chưa đồng ý, bạn có quyền yêu cầu mở lại và nói rõ điều chưa được; việc mở lại có thời hạn mới và tính vào trách nhiệm của cơ quan giải quyết.',
      ),
      ...when(
        m.confirmBy,
        (by) => `Nếu đến ${by} bạn không có ý kiến, phản ánh kết thúc; sau đó vẫn có thể mở lại.`,
      ),
      link('Xác nhận, đánh giá hoặc mở lại', m.url),
    ],
  }),
  late: (m) => ({
    subject: `Xin lỗi bạn: phản ánh ${m.code} bị chậm`,
    blocks: [
      hello,
      paragraph(
        'Chúng tôi xin lỗi: phản ánh của bạn chưa được giải quyết đúng hạn đã hẹn. Sự chậm trễ này đã được báo đến người có trách nhiệm và được ghi lại.',
      ),
      ...when(m.late, late),
      facts(
        ['Mã theo dõi', m.code],
        ['Lĩnh vực', m.category],
        ['Cơ quan chủ trì', m.agency],
        ['Hẹn mới', m.newDate],
      ),
      track(m),
    ],
  }),
  rejected: (m) => ({
    subject: `Phản ánh ${m.code} không được tiếp nhận`,
    blocks: [
      hello,
      paragraph('Trung tâm đã xem phản ánh của bạn và không tiếp nhận được, vì lý do sau.'),
      facts(
        ['Mã theo dõi', m.code],
        ['Lĩnh vực', m.category],
        ['Lý do', m.reason && reasons[m.reason]],
      ),
      ...quote('Giải thích', m.text),
      paragraph(
        'Nếu không đồng ý, bạn có thể đề nghị xem lại một lần; lãnh đạo Trung tâm sẽ quyết định.',
      ),
      link('Đề nghị xem lại', m.url),
    ],
  }),
  closed: (m) => ({
    subject: `Phản ánh ${m.code} đã kết thúc`,
    blocks: [
      hello,
      paragraph(
        m.afterResult
          ? 'Phản ánh của bạn đã có kết quả, và đã hết thời hạn để bạn cho ý kiến, nên chúng tôi kết thúc việc này.'
          : 'Chúng tôi chưa nhận được thông tin bổ sung trong thời hạn đã hẹn, nên phản ánh của bạn kết thúc tại đây.',
      ),
      facts(['Mã theo dõi', m.code], ['Lĩnh vực', m.category]),
      paragraph(
        'Nếu việc chưa xong, xin mở lại tại đường liên kết dưới đây; quá thời gian mở lại, xin gửi phản ánh mới.',
      ),
      link('Mở lại hoặc đánh giá', m.url),
    ],
  }),
  person_code: (m) => ({
    subject: `Phản ánh ${m.code}: mã xác nhận về dữ liệu cá nhân`,
    blocks: [
      hello,
      paragraph(
        'Có người dùng mã theo dõi phản ánh của bạn để yêu cầu về dữ liệu cá nhân. Nếu là bạn, xin nhập mã dưới đây; mã chỉ dùng được một lần.',
      ),
      facts(['Mã xác nhận', m.personCode], ['Có hiệu lực đến', m.validUntil]),
      paragraph(
        'Nếu không phải bạn, xin bỏ qua thư này và đừng đưa mã cho ai, kể cả người tự nhận là cán bộ.',
      ),
      track(m),
    ],
  }),
};
