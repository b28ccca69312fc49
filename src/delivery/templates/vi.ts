import type { ClockKind } from '#deadlines';
import type { RejectReason, ReturnGround, Urgency } from '#lifecycle';
import { facts, link, paragraph, quote, when, type Block, type Fact } from './letter.js';
import type { FilerModel, Letters, StaffModel } from './model.js';

const reasons: Record<RejectReason, string> = {
  not_competent: 'Không thuộc thẩm quyền của thành phố',
  unclear: 'Nội dung chưa đủ rõ để xử lý',
  spam: 'Thư rác, quảng cáo',
  abusive: 'Lời lẽ xúc phạm',
  duplicate: 'Trùng với một phản ánh đã có',
  formal_complaint: 'Là khiếu nại, giải quyết theo Luật Khiếu nại',
  denunciation: 'Là tố cáo, giải quyết theo Luật Tố cáo',
  cancelled_by_filer: 'Người gửi rút phản ánh',
};

const grounds: Record<ReturnGround, string> = {
  not_competent: 'Không thuộc thẩm quyền',
  wrong_area: 'Không thuộc địa bàn',
  duplicate: 'Trùng với phản ánh khác',
  not_clear: 'Nội dung chưa rõ',
};

const urgencies: Record<Urgency, string> = {
  urgent: 'Khẩn',
  normal: 'Thường',
  complex: 'Phức tạp',
};

const clocks: Record<ClockKind, string> = {
  triage: 'phân loại',
  acceptance: 'tiếp nhận',
  first_response: 'phản hồi đầu tiên',
  resolution: 'giải quyết',
  confirmation: 'xác nhận',
};

const clockOf = ({ clock }: StaffModel) => (clock ? clocks[clock] : 'xử lý');
const categoryOf = ({ category }: StaffModel) => category ?? 'chưa xác định lĩnh vực';

const hello = paragraph('Kính chào bạn,');
const track = ({ url }: FilerModel) => link('Xem tiến độ', url);
const open = ({ url }: StaffModel) => link('Mở việc này', url);

const filed = (m: FilerModel): Block =>
  facts(
    ['Mã theo dõi', m.code],
    ['Lĩnh vực', m.category],
    ['Cơ quan chủ trì', m.agency],
    ['Hạn có kết quả', m.promise],
  );

const matter = (m: StaffModel, ...more: Fact[]): Block =>
  facts(
    ['Số việc', `#${m.ref}`],
    ['Lĩnh vực', categoryOf(m)],
    ['Mức độ', urgencies[m.urgency]],
    ['Địa bàn', m.ward],
    ['Cơ quan chủ trì', m.agency],
    ['Hạn trả lời người gửi', m.promise],
    ...more,
  );

export const vi: Letters = {
  filer: {
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
  },

  staff: {
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
          ['Lý do trả lại', m.ground && grounds[m.ground]],
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
  },

  account: {
    staff_password_reset: (m) => ({
      subject: 'Đặt lại mật khẩu tài khoản cán bộ',
      blocks: [
        paragraph(
          `Có người yêu cầu đặt mật khẩu mới cho tài khoản của bạn tại ${m.center}. Nếu là bạn, xin mở đường liên kết dưới đây; nó chỉ dùng được một lần, đến ${m.validUntil}.`,
        ),
        link('Đặt mật khẩu mới', m.url),
        paragraph(
          'Nếu không phải bạn, xin bỏ qua thư này: mật khẩu vẫn như cũ. Đừng chuyển thư cho ai.',
        ),
      ],
    }),
  },

  filerFoot: (m) =>
    `${m.center}, điện thoại ${m.hotline}\nThư tự động, xin đừng trả lời vào thư này.`,
  staffFoot: (m) =>
    `${m.standsInFor ? `Bạn nhận thư này vì đang trực thay ${m.standsInFor}.\n` : ''}${m.center}\nThư tự động. Danh tính người gửi không có trong thư; xin đừng chuyển thư ra ngoài.`,
  accountFoot: (m) => `${m.center}\nThư tự động, xin đừng trả lời vào thư này.`,
};
