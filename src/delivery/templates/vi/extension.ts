import { facts, paragraph, quote } from '../letter.js';
import type { FilerModel, Letters } from '../model.js';
import { categoryOf, hello, matter, open, track } from './words.js';

const dates = (m: FilerModel) =>
  facts(
    ['Mã theo dõi', m.code],
    ['Lĩnh vực', m.category],
    ['Cơ quan chủ trì', m.agency],
    ['Đã hẹn', m.oldDate],
    ['Hẹn mới', m.newDate],
  );

/** A promised date that moves: by more time that was granted, or by another category. */
export const movedDates: Pick<Letters['filer'], 'extended' | 'date_moved'> = {
  extended: (m) => ({
    subject: `Phản ánh ${m.code}: gia hạn giải quyết`,
    blocks: [
      hello,
      paragraph(
        'Việc giải quyết phản ánh của bạn cần thêm thời gian. Lãnh đạo Trung tâm đã đồng ý gia hạn; xin lỗi vì bạn phải chờ lâu hơn.',
      ),
      dates(m),
      ...quote('Lý do', m.text),
      track(m),
    ],
  }),
  date_moved: (m) => ({
    subject: `Phản ánh ${m.code}: thời hạn thay đổi`,
    blocks: [
      hello,
      paragraph(
        'Lĩnh vực hoặc mức độ của phản ánh đã được xác định lại, nên thời hạn giải quyết được tính theo quy định của lĩnh vực đó, vẫn kể từ lúc bạn gửi.',
      ),
      dates(m),
      track(m),
    ],
  }),
};

export const extensions: Pick<
  Letters['staff'],
  'staff_extension_asked' | 'staff_extension_granted' | 'staff_extension_refused'
> = {
  staff_extension_asked: (m) => ({
    subject: `Xin gia hạn #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Cơ quan chủ trì xin thêm thời gian. Xin đồng ý hoặc từ chối trước thời hạn hiện tại; chưa có quyết định thì thời hạn hẹn với người gửi vẫn giữ nguyên.',
      ),
      matter(m, ['Thời hạn hiện tại', m.dueAt], ['Ngày xin', m.newDate]),
      ...quote('Lý do', m.text),
      open(m),
    ],
  }),
  staff_extension_granted: (m) => ({
    subject: `Được gia hạn #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph('Lãnh đạo Trung tâm đồng ý gia hạn. Người gửi đã được báo ngày mới và lý do.'),
      matter(m, ['Thời hạn cũ', m.dueAt], ['Thời hạn mới', m.newDate]),
      open(m),
    ],
  }),
  staff_extension_refused: (m) => ({
    subject: `Không được gia hạn #${m.ref}: ${categoryOf(m)}`,
    blocks: [
      paragraph(
        'Lãnh đạo Trung tâm không đồng ý gia hạn. Thời hạn hẹn với người gửi vẫn giữ nguyên.',
      ),
      matter(m, ['Thời hạn hiện tại', m.dueAt], ['Ngày xin', m.newDate]),
      ...quote('Lý do', m.text),
      open(m),
    ],
  }),
};
