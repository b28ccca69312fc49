import type { Letters } from './model.js';
import { account } from './vi/account.js';
import { administrator } from './vi/administrator.js';
import { calendar } from './vi/calendar.js';
import { extensions, movedDates } from './vi/extension.js';
import { filer } from './vi/filer.js';
import { incident } from './vi/incident.js';
import { forward } from './vi/forward.js';
import { staff } from './vi/staff.js';
import { summary } from './vi/summary.js';
import { urging } from './vi/urging.js';

export const vi: Letters = {
  filer: { ...filer, ...calendar, ...forward, ...movedDates, ...incident },
  staff: { ...staff, ...extensions, ...urging },
  summary,
  account,
  administrator,

  filerFoot: (m) =>
    `${m.center}, điện thoại ${m.hotline}\nThư tự động, xin đừng trả lời vào thư này.`,
  staffFoot: (m) =>
    `${m.linkUntil ? `Đường liên kết dùng thay tài khoản của đơn vị, đến ${m.linkUntil}: ai có nó làm được việc thay đơn vị.\n` : ''}${m.standsInFor ? `Bạn nhận thư này vì đang trực thay ${m.standsInFor}.\n` : ''}${m.center}\nThư tự động. Danh tính người gửi không có trong thư; xin đừng chuyển thư ra ngoài.`,
  accountFoot: (m) => `${m.center}\nThư tự động, xin đừng trả lời vào thư này.`,
  summaryFoot: (m) => `${m.center}\nThư tự động; xin không chuyển tiếp.`,
};
