import { roles, type Role, type Words } from '#lifecycle';
import { permissions, type Grant } from './permissions.js';
import { scopes, scopeWords } from './scope.js';

const roleWords: Record<Role | 'anyone', Words> = {
  anyone: { vi: 'Mọi người', en: 'Anyone' },
  operator: { vi: 'Điện thoại viên', en: 'Operator' },
  supervisor: { vi: 'Lãnh đạo trung tâm', en: 'Supervisor' },
  agency_head: { vi: 'Thủ trưởng đơn vị', en: 'Agency head' },
  officer: { vi: 'Cán bộ xử lý', en: 'Officer' },
  leader: { vi: 'Lãnh đạo thành phố', en: 'City leader' },
  observer: { vi: 'Người quan sát', en: 'Observer' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
};

const columns = ['anyone', ...roles] as const;

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The table as Markdown, for people who read no code. */
export function permissionsDocument(): string {
  const head = ['Việc / what', '', ...columns.map((who) => `${roleWords[who].vi} / ${who}`)];
  const rows = Object.entries<Grant>(permissions).map(([name, { words, who }]) => [
    `${words.vi} / ${words.en}`,
    `\`${name}\``,
    ...columns.map((column) => who[column] ?? ''),
  ]);
  const legend = scopes.map(
    (scope) => `- \`${scope}\`: ${scopeWords[scope].vi} / ${scopeWords[scope].en}`,
  );
  return [
    '# Quyền / Permissions',
    '',
    'Một bảng cho trang, giao diện lập trình và kết nối trực tiếp; `npm run cli -- permissions` in ra bảng này.',
    'One table for pages, API and sockets; `npm run cli -- permissions` prints it.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
    ...legend,
    '',
  ].join('\n');
}
