import { link, paragraph } from '../letter.js';
import type { Letters } from '../model.js';

export const account: Letters['account'] = {
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
};
