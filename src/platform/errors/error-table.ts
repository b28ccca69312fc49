import type { RefusalCode } from '#lifecycle';

interface ErrorEntry {
  status: number;
  vi: string;
  en: string;
}

const refusals: Record<RefusalCode, ErrorEntry> = {
  'move.not_allowed': {
    status: 409,
    vi: 'Việc này không làm được ở trạng thái hiện tại của phản ánh.',
    en: 'The complaint does not admit this in its present status.',
  },
  'actor.not_allowed': {
    status: 403,
    vi: 'Vai trò của bạn không được làm việc này.',
    en: 'Your role may not do this.',
  },
  'agency.not_lead': {
    status: 403,
    vi: 'Chỉ cơ quan chủ trì được làm việc này.',
    en: 'Only the agency that leads may do this.',
  },
  'assignment.same_agency': {
    status: 409,
    vi: 'Cơ quan này đang chủ trì rồi.',
    en: 'This agency leads already.',
  },
  'assignment.needs_supervisor': {
    status: 403,
    vi: 'Phản ánh bị trả lại nhiều lần hoặc được đề nghị xem lại: lãnh đạo trung tâm quyết định.',
    en: 'Returned more than once or appealed: the center supervisor decides.',
  },
  'return.binding': {
    status: 409,
    vi: 'Lãnh đạo trung tâm đã quyết định cơ quan chủ trì; không trả lại được nữa.',
    en: 'The supervisor has decided who leads; it cannot be returned any more.',
  },
  'return.after_acceptance_limit': {
    status: 409,
    vi: 'Đã quá hạn tiếp nhận nên không trả lại được.',
    en: 'The acceptance limit has passed, so it cannot be returned.',
  },
  'reopen.window_over': {
    status: 409,
    vi: 'Đã quá thời gian mở lại; xin gửi phản ánh mới.',
    en: 'The time to reopen is over; please file a new complaint.',
  },
  'reopen.needs_supervisor': {
    status: 403,
    vi: 'Đã mở lại đủ số lần; lãnh đạo trung tâm quyết định lần tiếp theo.',
    en: 'Reopened as often as allowed; the supervisor decides the next time.',
  },
  'rating.out_of_range': {
    status: 400,
    vi: 'Điểm đánh giá là số nguyên từ 1 đến 5.',
    en: 'A score is a whole number from 1 to 5.',
  },
  'rating.already_given': {
    status: 409,
    vi: 'Phản ánh này đã được đánh giá.',
    en: 'This complaint has been rated already.',
  },
  'appeal.already_used': {
    status: 409,
    vi: 'Đã đề nghị xem lại một lần rồi.',
    en: 'A review has been asked for once already.',
  },
};

/** Every failure that an outsider can be told of: its HTTP status and its words. */
export const errorTable = {
  ...refusals,
  'request.invalid': {
    status: 400,
    vi: 'Nội dung gửi lên có chỗ chưa đúng.',
    en: 'Something in the request is not right.',
  },
  'request.malformed': {
    status: 400,
    vi: 'Không đọc được nội dung gửi lên.',
    en: 'The request could not be read.',
  },
  'request.too_large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn.',
    en: 'The request is too large.',
  },
  'request.unsupported_type': {
    status: 415,
    vi: 'Loại nội dung không được hỗ trợ.',
    en: 'This type of content is not supported.',
  },
  'request.precondition_required': {
    status: 428,
    vi: 'Thiếu If-Match: hãy tải lại phản ánh rồi làm lại.',
    en: 'If-Match is missing: load the case again and repeat.',
  },
  'request.uri_too_long': {
    status: 414,
    vi: 'Địa chỉ yêu cầu quá dài.',
    en: 'The address of the request is too long.',
  },
  'request.headers_too_large': {
    status: 431,
    vi: 'Phần đầu của yêu cầu quá lớn.',
    en: 'The headers of the request are too large.',
  },
  'request.too_slow': {
    status: 408,
    vi: 'Yêu cầu gửi lên quá chậm.',
    en: 'The request came too slowly.',
  },
  'request.too_many': {
    status: 429,
    vi: 'Đã quá số lần cho phép; xin chờ rồi thử lại.',
    en: 'More than is allowed in this time; please wait and try again.',
  },
  'filing.proof_required': {
    status: 403,
    vi: 'Gửi không để lại liên hệ cần giải bài kiểm tra hoặc trả lời câu hỏi kèm theo đây; hoặc xin cho số điện thoại hay thư điện tử.',
    en: 'Filing without a contact needs the challenge solved or the question answered that come with this; or give a phone number or a mail address.',
  },
  'file.too_large': { status: 413, vi: 'Tệp quá lớn.', en: 'A file is too large.' },
  'file.unsupported_type': {
    status: 415,
    vi: 'Chỉ nhận ảnh JPEG, PNG, WebP hoặc tệp PDF.',
    en: 'Only JPEG, PNG and WebP photos or PDF files are accepted.',
  },
  'place.outside_city': {
    status: 400,
    vi: 'Vị trí nằm ngoài địa bàn thành phố.',
    en: 'The place is outside the city.',
  },
  'idempotency.other_request': {
    status: 422,
    vi: 'Idempotency-Key này đã dùng cho một nội dung khác.',
    en: 'This Idempotency-Key was used for another request.',
  },
  'case.stale': {
    status: 409,
    vi: 'Phản ánh vừa được người khác thay đổi; đây là trạng thái hiện tại.',
    en: 'Somebody has just changed this complaint; here is its present state.',
  },
  not_found: { status: 404, vi: 'Không tìm thấy.', en: 'Not found.' },
  'session.required': { status: 401, vi: 'Cần đăng nhập.', en: 'Please sign in.' },
  'session.refused': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'Wrong name or password.',
  },
  'caller.forbidden': {
    status: 403,
    vi: 'Vai trò của bạn không được làm việc này.',
    en: 'Your role may not do this.',
  },
  'origin.refused': {
    status: 403,
    vi: 'Yêu cầu đến từ một trang khác.',
    en: 'The request comes from another site.',
  },
  'service.unavailable': {
    status: 503,
    vi: 'Hệ thống tạm thời chưa phục vụ được; xin thử lại sau ít phút.',
    en: 'The service is not available for the moment; please try again shortly.',
  },
  'service.failed': {
    status: 500,
    vi: 'Có lỗi ở phía hệ thống; chúng tôi đã ghi nhận.',
    en: 'Something went wrong on our side; it has been recorded.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;
