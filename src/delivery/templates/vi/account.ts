import { facts, link, paragraph } from '../letter.js';
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
  staff_welcome: (m) => ({
    subject: 'Tài khoản của bạn tại Trung tâm đã sẵn sàng',
    blocks: [
      paragraph(
        `Quản trị viên của ${m.center} đã lập tài khoản cho bạn. Xin mở đường liên kết dưới đây để đặt mật khẩu; nó chỉ dùng được một lần, đến ${m.validUntil}.`,
      ),
      facts(['Tên đăng nhập', m.login]),
      link('Đặt mật khẩu', m.url),
      paragraph(
        'Không ai biết mật khẩu của bạn, kể cả quản trị viên. Nếu vai trò của bạn cần xác thực hai lớp, trang tài khoản sẽ hướng dẫn ở lần đăng nhập đầu.',
      ),
    ],
  }),
};
