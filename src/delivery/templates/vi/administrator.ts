import { facts, link, paragraph } from '../letter.js';
import type { Letters } from '../model.js';

export const administrator: Letters['administrator'] = {
  staff_webhook_paused: (m) => ({
    subject: 'Một nơi nhận webhook đã bị tạm dừng',
    blocks: [
      paragraph(
        'Nơi nhận dưới đây không nhận được tin nào đã lâu, nên hệ thống tạm dừng gửi. Các tin vẫn được giữ và sẽ gửi khi bạn cho chạy tiếp.',
      ),
      facts(['Nơi nhận', m.receiver], ['Không nhận từ', m.since]),
      link('Xem nhật ký gửi, cho chạy tiếp', m.url),
    ],
  }),
};
