import { roles, type Role, type Words } from '#lifecycle';
import { caseCommandWords, rolesOf, type CaseCommand } from './case-commands.js';
import type { Scope } from './scope.js';

export interface Grant {
  words: Words;
  /** Who may, and how far: a role, or `anyone` without an account. */
  who: Partial<Record<Role | 'anyone', Scope>>;
}

const center = { operator: 'city', supervisor: 'city' } as const;
const agency = { agency_head: 'agency', officer: 'agency' } as const;
const caseReaders = [
  'operator',
  'supervisor',
  'agency_head',
  'officer',
  'leader',
  'observer',
] as const;
const watchers = { leader: 'city', observer: 'city' } as const;
const ownOf = (some: readonly Role[]) =>
  Object.fromEntries(some.map((role) => [role, 'own'])) as Record<Role, 'own'>;
const everyAccount = ownOf(roles);
const unit = {
  ...(Object.fromEntries(roles.map((role) => [role, 'agency'])) as Record<Role, 'agency'>),
  administrator: 'city',
} as const;
const open = (scope: 'anyone' | 'code') => ({ anyone: scope }) as const;
const grant = (vi: string, en: string, who: Grant['who']): Grant => ({ words: { vi, en }, who });

/** What is done by everybody, with a complaint, and with the center itself. */
const others = {
  'complaint.file': grant('Gửi phản ánh', 'File a complaint', open('anyone')),
  'complaint.follow': grant('Theo dõi phản ánh', 'Follow a complaint', open('code')),
  'complaint.act': grant(
    'Bổ sung, xác nhận, đánh giá, mở lại, đề nghị xem lại',
    'Add to, confirm, rate, reopen or appeal a complaint',
    open('code'),
  ),
  'partner.act': grant(
    'Tiếp nhận, hỏi, trả lời, trả lại bằng đường liên kết gửi cho đơn vị không có tài khoản',
    'Accept, ask, answer or return by the link sent to an agency without accounts',
    open('code'),
  ),
  'partner.link': grant(
    'Gửi lại, thu hồi đường liên kết của đơn vị không có tài khoản',
    'Send or revoke the links of an agency without accounts',
    center,
  ),
  'call.file': grant(
    'Ghi phản ánh thay người gọi đến tổng đài',
    'File a complaint on behalf of somebody who calls',
    center,
  ),
  'call.history': grant(
    'Xem các phản ánh khác của người gọi, có ghi lại lượt xem',
    'See what else a caller has filed; each look is on record',
    center,
  ),
  'workload.read': grant('Xem khối lượng việc của từng điện thoại viên', 'See the workload', {
    supervisor: 'city',
    leader: 'city',
  }),
  'wall.read': grant('Xem bảng tình hình chung', 'See the wall board', {
    ...center,
    leader: 'city',
  }),
  'complaint.rights': grant(
    'Xem, sửa, rút lại, hạn chế dữ liệu cá nhân của mình, khi đã chứng minh thông tin liên hệ',
    "See, correct, withdraw or restrict one's own personal data, having proved one's contact",
    open('code'),
  ),
  'published.read': grant('Xem phản ánh công khai', 'See published complaints', open('anyone')),
  'catalog.read': grant('Xem lĩnh vực và địa bàn', 'See categories and areas', open('anyone')),
  'service.observe': grant(
    'Xem tình trạng hệ thống và tài liệu giao diện',
    'See health, metrics and the documents of the interface',
    open('anyone'),
  ),
  'demo.mailbox': grant('Xem hộp thư của bản thử', "See the demo's mailbox", open('anyone')),
  'page.open': grant('Mở các trang', 'Open the pages', open('anyone')),
  'session.open': grant('Đăng nhập', 'Sign in', open('anyone')),
  'own.account': grant('Tài khoản của mình', "One's own account", everyAccount),
  'case.read': grant('Xem hồ sơ', 'See a case', { ...center, ...agency, ...watchers }),
  'live.watch': grant('Theo dõi trực tiếp', 'Watch events live', {
    ...center,
    ...agency,
    ...watchers,
  }),
  'view.keep': grant(
    'Lưu danh sách hồ sơ của mình',
    "Keep lists of cases of one's own",
    ownOf(caseReaders),
  ),
  'reply.draft': grant('Soạn dở câu trả lời', 'Write drafts of replies', { ...center, ...agency }),
  'agency.read': grant('Xem danh sách cơ quan', 'See the agencies', {
    ...center,
    ...watchers,
    agency_head: 'city',
    officer: 'city',
    administrator: 'city',
  }),
  'incident.read': grant('Xem sự vụ', 'See incidents', { ...center, ...agency, ...watchers }),
  'incident.manage': grant(
    'Lập, gộp, tách, chia, giải thể sự vụ',
    'Open, join, leave, merge, split and dissolve incidents',
    center,
  ),
  'reveal.list': grant('Xem ai đã mở danh tính', 'See who has revealed identities', {
    supervisor: 'city',
    leader: 'city',
  }),
  'morning.read': grant('Xem danh sách việc buổi sáng', "See the leader's morning list", {
    supervisor: 'city',
    leader: 'city',
  }),
  'urging.read': grant('Xem các lần đôn đốc', 'See the urgings', {
    supervisor: 'city',
    leader: 'city',
    agency_head: 'agency',
  }),
  'diversion.read': grant(
    'Xem số lượt hướng dẫn sang khiếu nại, tố cáo',
    'See how often people were guided to other procedures',
    { supervisor: 'city', leader: 'city', observer: 'city' },
  ),
  'draft.read': grant('Xem dự thảo và các phiên bản đã ban hành', 'See drafts and versions', {
    supervisor: 'city',
    leader: 'city',
    administrator: 'city',
  }),
  'draft.preview': grant('Chạy thử dự thảo trên dữ liệu đã qua', 'Try a draft out on the past', {
    supervisor: 'city',
    leader: 'city',
    administrator: 'city',
  }),
  'draft.edit': grant('Soạn dự thảo', 'Write drafts', { administrator: 'city' }),
  'draft.publish': grant('Ban hành dự thảo', 'Publish drafts', { administrator: 'city' }),
  'deadline.standing': grant(
    'Xem tình hình đúng hạn của các cơ quan',
    'See how the agencies keep their deadlines',
    { supervisor: 'city', leader: 'city', agency_head: 'agency' },
  ),
  'people.standing': grant(
    'Xem từng cán bộ đang giữ, trễ, đã trả lời bao nhiêu việc',
    'See what each person has open, late and answered',
    { supervisor: 'city', leader: 'city', agency_head: 'agency' },
  ),
  'returns.read': grant(
    'Xem số lần trả lại của các đơn vị',
    'See how often agencies return what they are given',
    { supervisor: 'city', ...watchers, agency_head: 'agency' },
  ),
  'repeat.read': grant(
    'Xem tỷ lệ việc đã trả lời mà tái diễn',
    'See how often what was answered came back',
    { supervisor: 'city', leader: 'city', observer: 'city', agency_head: 'agency' },
  ),
  'report.read': grant('Xem báo cáo của thành phố', "See the city's reports", {
    supervisor: 'city',
    ...watchers,
  }),
  'hot_spot.read': grant('Xem điểm nóng', 'See hot spots', { supervisor: 'city', ...watchers }),
  'staff.read': grant('Xem cán bộ của đơn vị mình', "See the people of one's unit", unit),
  'staff.leave': grant('Cho cán bộ nghỉ, bàn giao hồ sơ', 'Let a person go, cases handed over', {
    supervisor: 'agency',
    agency_head: 'agency',
    administrator: 'city',
  }),
  'stand_in.read': grant('Xem phân công trực thay', 'See who stands in for whom', unit),
  'stand_in.write': grant('Phân công trực thay', 'Say who stands in for whom', unit),
  'account.manage': grant('Quản lý tài khoản cán bộ', 'Manage the accounts of staff', {
    administrator: 'city',
  }),
  'audit.read': grant('Xem nhật ký: ai làm gì, khi nào', 'See who did what, and when', {
    supervisor: 'city',
    administrator: 'city',
  }),
  'mail_template.read': grant('Xem mẫu thư', 'See the templates of mails', {
    supervisor: 'city',
    administrator: 'city',
  }),
  'outbox.read': grant('Xem thư chưa gửi được', 'See undelivered mail', {
    supervisor: 'city',
    administrator: 'city',
  }),
  'key.manage': grant('Cấp, xoay, thu hồi khóa API', 'Make, rotate and revoke API keys', {
    administrator: 'city',
  }),
  'webhook.manage': grant(
    'Đăng ký, tạm dừng, thử nơi nhận webhook',
    'Register, pause and test receivers of webhooks',
    { administrator: 'city' },
  ),
  'outbox.resend': grant('Gửi lại thư', 'Send a mail again', { administrator: 'city' }),
} as const satisfies Record<string, Grant>;

const commands = Object.fromEntries(
  Object.entries(caseCommandWords).map(([name, words]) => {
    const scoped = { ...center, ...agency, leader: 'city' } as const;
    const who = Object.fromEntries(
      rolesOf(name as CaseCommand).map((role) => [role, scoped[role as keyof typeof scoped]]),
    );
    return [`case.${name}`, { words, who }];
  }),
) as Record<`case.${CaseCommand}`, Grant>;

/** Role × command × scope: everything that can be done over HTTP and sockets, and by whom. */
export const permissions = { ...others, ...commands };

export type Permission = keyof typeof permissions;

const grantOf = (permission: Permission): Grant => permissions[permission];

/** How far a role's permission reaches; null when it has none. */
export function scopeOf(role: Role, permission: Permission): Scope | null {
  const { who } = grantOf(permission);
  return who[role] ?? who.anyone ?? null;
}

export const may = (role: Role, permission: Permission): boolean =>
  scopeOf(role, permission) !== null;

/** Whether it needs no account. */
export const isOpen = (permission: Permission): boolean =>
  grantOf(permission).who.anyone !== undefined;

/** Everything a role may do, with its scope: what pages offer. */
export function permissionsOf(role: Role): Partial<Record<Permission, Scope>> {
  const names = Object.keys(permissions) as Permission[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const scope = isOpen(name) ? null : scopeOf(role, name);
      return scope ? [[name, scope]] : [];
    }),
  );
}
