import type { MoveReason } from '#deadlines';
import type { Duty, EventType, ReturnGround, Status, Urgency, Words } from '#lifecycle';

export const statusWords: Record<Status, Words> = {
  new: { vi: 'Mới tiếp nhận', en: 'Received' },
  waiting_filer: { vi: 'Chờ bổ sung', en: 'Waiting for you' },
  assigned: { vi: 'Đã phân công', en: 'Assigned' },
  in_progress: { vi: 'Đang xử lý', en: 'In progress' },
  answered: { vi: 'Đã có kết quả, chờ duyệt', en: 'Answered, under review' },
  resolved: { vi: 'Đã giải quyết', en: 'Resolved' },
  closed: { vi: 'Kết thúc', en: 'Closed' },
  rejected: { vi: 'Không tiếp nhận', en: 'Not accepted' },
};

export const dutyWords: Record<Duty, Words> = {
  triage_operator: { vi: 'Bộ phận tiếp nhận', en: 'Triage desk' },
  supervisor: { vi: 'Lãnh đạo trung tâm', en: 'Center supervisor' },
  agency_head: { vi: 'Thủ trưởng đơn vị', en: 'Head of the agency' },
  officer: { vi: 'Cán bộ xử lý', en: 'Officer in charge' },
  reviewer: { vi: 'Bộ phận duyệt kết quả', en: 'Answer review' },
  filer: { vi: 'Chờ người gửi xác nhận', en: 'Waiting for your confirmation' },
};

export const urgencyWords: Record<Urgency, Words> = {
  urgent: { vi: 'Khẩn', en: 'Urgent' },
  normal: { vi: 'Thường', en: 'Normal' },
  complex: { vi: 'Phức tạp', en: 'Complex' },
};

export const groundWords: Record<ReturnGround, Words> = {
  not_competent: { vi: 'Không thuộc thẩm quyền', en: 'Not competent' },
  wrong_area: { vi: 'Không thuộc địa bàn', en: 'Not in its area' },
  duplicate: { vi: 'Trùng với phản ánh khác', en: 'The same as another complaint' },
  not_clear: { vi: 'Nội dung chưa rõ', en: 'Not clear' },
};

/** Why a promised date moved, as the filer is told it. */
export const moveWords: Record<MoveReason, Words> = {
  extension: { vi: 'Được gia hạn', en: 'Extended' },
  calendar: { vi: 'Lịch làm việc thay đổi', en: 'The working calendar changed' },
  reclassified: { vi: 'Xác định lại lĩnh vực hoặc mức độ', en: 'Category or urgency changed' },
  urgency: { vi: 'Nâng lên mức khẩn', en: 'Raised to urgent' },
};

/** What the holder of a code is told of a complaint that was made anonymous. */
export const removedWords: Words = {
  vi: 'Nội dung, tệp đính kèm và thông tin của người gửi đã được xóa hẳn theo quy định về dữ liệu cá nhân. Chỉ còn lại trạng thái và các mốc thời gian để thống kê; không khôi phục được.',
  en: 'The text, the files and the details of who filed have been removed for good, by the rules on personal data. Only the status and the times remain, for statistics; they cannot be brought back.',
};

/** An agency's own clocks are not the filer's: only the result's new date, or its date after calendars changed. */
export const isInward = (type: EventType, data: Record<string, unknown>): boolean =>
  type === 'breached'
    ? !data['newDate']
    : type === 'deadline_moved' && !String(data['clock']).startsWith('resolution#');

/** The events that the filer sees, in the filer's words; the others are the work of staff. */
export const filerWords: Partial<Record<EventType, Words>> = {
  filed: { vi: 'Trung tâm đã tiếp nhận', en: 'Received by the center' },
  classified: { vi: 'Đã xác định lĩnh vực', en: 'Classified' },
  assigned: { vi: 'Đã chuyển đến cơ quan chủ trì', en: 'Forwarded to the agency in charge' },
  rejected: { vi: 'Không tiếp nhận', en: 'Not accepted' },
  forwarded: {
    vi: 'Đã chuyển đến cơ quan có thẩm quyền ngoài thành phố',
    en: 'Sent on to the competent body outside of the city',
  },
  question_asked: { vi: 'Cần bạn cung cấp thêm thông tin', en: 'We need more information' },
  filer_replied: { vi: 'Bạn đã trả lời', en: 'You replied' },
  accepted: { vi: 'Cơ quan đã nhận xử lý', en: 'Accepted by the agency' },
  returned: {
    vi: 'Đang xác định lại cơ quan chủ trì',
    en: 'The agency in charge is being decided again',
  },
  recalled: {
    vi: 'Đang xác định lại cơ quan chủ trì',
    en: 'The agency in charge is being decided again',
  },
  succeeded: {
    vi: 'Cơ quan kế thừa tiếp tục xử lý, thời hạn giữ nguyên',
    en: 'The successor agency goes on, by the same date',
  },
  extension_granted: { vi: 'Đã gia hạn, hẹn ngày mới', en: 'Extended, with a new date' },
  split_off: {
    vi: 'Một phần được tách ra giải quyết riêng, theo dõi chung tại đây',
    en: 'A part is handled by itself, followed here with the rest',
  },
  published: { vi: 'Đã có kết quả giải quyết', en: 'The result is here' },
  confirmed: { vi: 'Bạn đã xác nhận', en: 'You confirmed' },
  rated: { vi: 'Bạn đã đánh giá', en: 'You rated' },
  reopened: { vi: 'Đã mở lại', en: 'Reopened' },
  appealed: { vi: 'Bạn đã đề nghị xem lại', en: 'You asked for a review' },
  closed: { vi: 'Kết thúc', en: 'Closed' },
  anonymised: {
    vi: 'Nội dung và thông tin cá nhân đã được xóa',
    en: 'The words and personal data have been removed',
  },
  identity_corrected: { vi: 'Bạn đã sửa thông tin của mình', en: 'You corrected your details' },
  restricted: {
    vi: 'Bạn đã thay đổi việc sử dụng dữ liệu cá nhân',
    en: 'You changed how your personal data may be used',
  },
  joined: {
    vi: 'Phản ánh của bạn thuộc một sự việc chung, được giải quyết cùng nhau',
    en: 'Your complaint is part of a larger matter that is handled as one',
  },
  left: {
    vi: 'Phản ánh của bạn được giải quyết riêng',
    en: 'Your complaint is handled by itself again',
  },
  breached: { vi: 'Chậm hạn, đã hẹn ngày mới', en: 'Late, with a new date' },
  deadline_moved: {
    vi: 'Hạn trả kết quả dời theo lịch làm việc mới',
    en: 'The date of the result has moved with the work calendar',
  },
};
