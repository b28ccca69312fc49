import type { Words } from '#lifecycle';

const reasons = {
  'csv.broken': { vi: 'Dòng không phải CSV', en: 'not a line of CSV' },
  'columns.count': { vi: 'Sai số cột', en: 'wrong number of columns' },
  'ref.missing': { vi: 'Thiếu mã yêu cầu', en: 'no reference' },
  'ref.repeated': { vi: 'Mã yêu cầu lặp lại trong tệp', en: 'reference repeated in the file' },
  'created.unreadable': { vi: 'Không đọc được ngày tạo', en: 'unreadable date of creation' },
  'closed.unreadable': { vi: 'Không đọc được ngày đóng', en: 'unreadable date of closing' },
  'closed.before_created': { vi: 'Đóng trước khi tạo', en: 'closed before it was created' },
  'closed.future': { vi: 'Ngày đóng ở tương lai', en: 'closed in the future' },
  'type.unknown': { vi: 'Loại yêu cầu không có trong ánh xạ', en: 'type not in the mapping' },
  'status.unknown': { vi: 'Trạng thái không có trong ánh xạ', en: 'status not in the mapping' },
  'channel.unknown': { vi: 'Kênh không có trong ánh xạ', en: 'channel not in the mapping' },
  'area.unknown': { vi: 'Địa bàn không có trong ánh xạ', en: 'area not in the mapping' },
  'text.too_long': { vi: 'Nội dung quá dài', en: 'text too long' },
  'text.control': { vi: 'Có ký tự điều khiển', en: 'control characters in the text' },
  'life.refused': { vi: 'Vòng đời không cho phép', en: 'not admitted by the life of a complaint' },
  'database.refused': { vi: 'Cơ sở dữ liệu từ chối', en: 'refused by the database' },
} as const satisfies Record<string, Words>;

export type BadReason = keyof typeof reasons;

/** A row that cannot be brought in; the others go on. */
export class BadRow extends Error {
  readonly words: Words;

  constructor(readonly reason: BadReason) {
    super(`${reasons[reason].vi} / ${reasons[reason].en}`);
    this.words = reasons[reason];
  }
}
