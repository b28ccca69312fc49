import type { IncidentTemplate } from '../../../complaints/notices/templates.js';
import { facts, link, paragraph, quote, when, type Block } from '../letter.js';
import type { FilerModel, Letters } from '../model.js';
import { filed, hello, track } from './words.js';

const shared = ({ incident }: FilerModel): Block[] =>
  incident
    ? [
        facts(
          ['Sự việc chung', incident.title],
          ['Số người cùng phản ánh', incident.reporters > 1 ? `${incident.reporters}` : null],
        ),
        ...quote('Thông tin hiện có', incident.answer),
      ]
    : [];

const stillYours = paragraph(
  'Phản ánh của bạn vẫn có mã và thời hạn riêng như đã hẹn; bạn tự xác nhận, đánh giá hoặc yêu cầu mở lại nếu chỗ của bạn chưa xong.',
);

export const incident: Pick<Letters['filer'], IncidentTemplate> = {
  incident_joined: (m) => ({
    subject: `Phản ánh ${m.code} thuộc một sự việc chung`,
    blocks: [
      hello,
      paragraph(
        'Nhiều người cùng phản ánh sự việc này, nên phản ánh của bạn được giải quyết chung với họ. Mỗi bước sẽ được báo cho bạn.',
      ),
      ...shared(m),
      filed(m),
      stillYours,
      track(m),
    ],
  }),
  incident_forwarded: (m) => ({
    subject: `Phản ánh ${m.code}: sự việc chung đã chuyển đến cơ quan giải quyết`,
    blocks: [
      hello,
      paragraph(
        'Sự việc chung mà phản ánh của bạn thuộc về đã được chuyển đến cơ quan chủ trì giải quyết.',
      ),
      ...shared(m),
      filed(m),
      track(m),
    ],
  }),
  incident_result: (m) => ({
    subject: `Phản ánh ${m.code} đã có kết quả giải quyết`,
    blocks: [
      hello,
      paragraph(
        'Sự việc chung mà phản ánh của bạn thuộc về đã có kết quả giải quyết, được Trung tâm kiểm tra. Kết quả dưới đây được gửi cho mọi người đã phản ánh.',
      ),
      ...shared(m),
      facts(['Mã theo dõi', m.code], ['Lĩnh vực', m.category], ['Cơ quan giải quyết', m.agency]),
      ...quote('Kết luận', m.answer?.finding ?? null),
      ...quote('Việc đã làm', m.answer?.done ?? null),
      ...quote('Căn cứ', m.answer?.basis ?? null),
      paragraph(
        'Nếu chỗ của bạn đã xong, xin xác nhận và đánh giá mức hài lòng. Nếu chỗ của bạn chưa xong, xin yêu cầu mở lại: chỉ phản ánh của bạn được mở lại, với thời hạn mới.',
      ),
      ...when(
        m.confirmBy,
        (by) => `Nếu đến ${by} bạn không có ý kiến, phản ánh kết thúc; sau đó vẫn có thể mở lại.`,
      ),
      link('Xác nhận, đánh giá hoặc mở lại', m.url),
    ],
  }),
  incident_left: (m) => ({
    subject: `Phản ánh ${m.code} được giải quyết riêng`,
    blocks: [
      hello,
      paragraph(
        'Phản ánh của bạn không còn giải quyết chung với sự việc trước đây mà được giải quyết riêng. Thời hạn đã hẹn với bạn vẫn giữ nguyên.',
      ),
      filed(m),
      track(m),
    ],
  }),
};
