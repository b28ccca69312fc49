import { facts, paragraph } from '../letter.js';
import type { Letters } from '../model.js';
import { hello, track } from './words.js';

/** What follows from a change of calendars. */
export const calendar: Pick<Letters['filer'], 'deadline_moved'> = {
  deadline_moved: (m) => ({
    subject: `Phản ánh ${m.code}: hạn trả kết quả dời theo lịch làm việc`,
    blocks: [
      hello,
      paragraph(
        'Lịch làm việc của các cơ quan vừa thay đổi theo văn bản dưới đây, nên hạn trả kết quả phản ánh của bạn dời sang ngày sau. Hạn cũ vẫn được lưu trong hồ sơ.',
      ),
      facts(
        ['Mã theo dõi', m.code],
        ['Lĩnh vực', m.category],
        ['Cơ quan chủ trì', m.agency],
        ['Hạn đã hẹn', m.dateBefore],
        ['Hạn mới', m.newDate],
        ['Văn bản', m.document],
      ),
      track(m),
    ],
  }),
};
