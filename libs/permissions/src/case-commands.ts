import { life, type CommandType, type Party, type Role, type Words } from '#lifecycle';

/** The role that a party of the life of a complaint signs in with; filers and the system do not sign in. */
const roleOf: Partial<Record<Party, Role>> = {
  operator: 'operator',
  supervisor: 'supervisor',
  head: 'agency_head',
  officer: 'officer',
  leader: 'leader',
};

/** The commands that staff give; those of the filer alone and of the system are not here. */
export const caseCommandWords = {
  classify: { vi: 'Phân loại phản ánh', en: 'Classify a complaint' },
  assign: { vi: 'Phân công cơ quan chủ trì', en: 'Assign a complaint to an agency' },
  reject: { vi: 'Không tiếp nhận', en: 'Reject a complaint' },
  forward: {
    vi: 'Chuyển cơ quan ngoài thành phố, bằng văn bản',
    en: 'Forward to a body outside of the city, by a document',
  },
  ask: { vi: 'Hỏi thêm người gửi', en: 'Ask the filer' },
  reply: {
    vi: 'Ghi câu trả lời của người gửi qua điện thoại',
    en: "Take down the filer's answer by phone",
  },
  note: { vi: 'Ghi chú nội bộ', en: 'Note among staff' },
  accept: { vi: 'Nhận xử lý, nêu tên cán bộ', en: 'Accept, naming the officer' },
  hand_over: { vi: 'Bàn giao cho cán bộ khác', en: 'Hand over to another officer' },
  return: { vi: 'Trả lại', en: 'Return a complaint' },
  answer: { vi: 'Trả lời kết quả', en: 'Answer' },
  add_part: { vi: 'Giao việc phối hợp', en: 'Ask a supporting agency for its part' },
  withdraw_part: { vi: 'Rút việc phối hợp', en: 'Withdraw a part' },
  accept_part: {
    vi: 'Nhận việc phối hợp, nêu tên cán bộ',
    en: 'Accept a part, naming the officer',
  },
  answer_part: { vi: 'Trả lời việc phối hợp', en: 'Answer a part' },
  return_part: { vi: 'Trả lại việc phối hợp', en: 'Return a part' },
  split_off: { vi: 'Tách thành phản ánh liên kết', en: 'Split off as a linked complaint' },
  publish: { vi: 'Duyệt và gửi kết quả', en: 'Publish an answer' },
  send_back: { vi: 'Chuyển lại kết quả chưa đạt', en: 'Send an answer back' },
  reopen: { vi: 'Mở lại', en: 'Reopen' },
  reveal: { vi: 'Mở danh tính người gửi, có lý do', en: 'Reveal who filed, with a reason' },
  ask_extension: { vi: 'Xin gia hạn', en: 'Ask for an extension' },
  grant_extension: { vi: 'Đồng ý gia hạn', en: 'Grant an extension' },
  refuse_extension: { vi: 'Không đồng ý gia hạn', en: 'Refuse an extension' },
  unmark_repeat: {
    vi: 'Bỏ đánh dấu tái diễn, có lý do',
    en: 'Undo a mark of repeat, with a reason',
  },
  close: { vi: 'Kết thúc', en: 'Close' },
  urge: { vi: 'Đôn đốc cơ quan chủ trì', en: 'Urge the agency in charge' },
  answer_urging: { vi: 'Trả lời đôn đốc', en: 'Answer an urging' },
  anonymise: { vi: 'Ẩn danh hồ sơ đã kết thúc', en: 'Make an ended case anonymous' },
} as const satisfies Partial<Record<CommandType, Words>>;

export type CaseCommand = keyof typeof caseCommandWords;

/** The roles that may give a command in some status; the status itself is looked at when it is given. */
export function rolesOf(command: CommandType): Role[] {
  const rows = Object.values<Partial<Record<CommandType, { by: readonly Party[] }>>>(life);
  const parties = rows.flatMap((row) => row[command]?.by ?? []);
  return [...new Set(parties.flatMap((party) => roleOf[party] ?? []))];
}
