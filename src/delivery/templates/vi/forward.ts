import { facts, link, paragraph, quote } from '../letter.js';
import type { Letters } from '../model.js';
import { hello } from './words.js';

export const forward: Pick<Letters['filer'], 'forwarded_out'> = {
  forwarded_out: (m) => ({
    subject: `Phản ánh ${m.code} đã chuyển đến cơ quan có thẩm quyền`,
    blocks: [
      hello,
      paragraph(
        'Việc bạn phản ánh không thuộc thẩm quyền của các cơ quan thành phố. Trung tâm đã chuyển bằng văn bản đến cơ quan có thẩm quyền, và kết thúc việc này tại Trung tâm.',
      ),
      facts(
        ['Mã theo dõi', m.code],
        ['Cơ quan nhận', m.sentOn?.body ?? null],
        ['Văn bản số', m.sentOn?.document ?? null],
        ['Ngày', m.sentOn?.date ?? null],
      ),
      ...quote('Giải thích', m.text),
      paragraph(
        'Nếu không đồng ý, bạn có thể đề nghị xem lại một lần; lãnh đạo Trung tâm sẽ quyết định.',
      ),
      link('Đề nghị xem lại', m.url),
    ],
  }),
};
