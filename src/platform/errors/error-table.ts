import { refusals, type ErrorEntry } from './refusal-table.js';

/** Every failure that an outsider can be told of: its HTTP status and its words. */
export const errorTable = {
  ...refusals,
  'sms.not_possible': {
    status: 409,
    vi: 'Không nhắn mã được: chưa nối cổng SMS, hoặc người gửi không để lại số điện thoại.',
    en: 'The code cannot go by SMS: there is no gateway, or the filer left no number.',
  },
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
    vi: 'Chỉ nhận ảnh JPEG, PNG, WebP, AVIF hoặc tệp PDF.',
    en: 'Only JPEG, PNG, WebP and AVIF photos or PDF files are accepted.',
  },
  'file.quarantined': {
    status: 409,
    vi: 'Tệp đang bị cách ly vì chưa được quét mã độc hoặc có mã độc.',
    en: 'The file is in quarantine: it is not scanned for malware yet, or carries some.',
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
  'filing.diverted': {
    status: 422,
    vi: 'Đây là khiếu nại hoặc tố cáo, có thủ tục riêng theo luật: Trung tâm hướng dẫn nơi nhận và không lưu nội dung.',
    en: 'A formal complaint or a denunciation has its own procedure by law: here is where to file it; nothing was kept.',
  },
  'filing.question': {
    status: 409,
    vi: 'Nội dung có thể là khiếu nại hoặc tố cáo: xin cho biết bạn muốn gửi gì. Chưa có gì được lưu.',
    en: 'This may be a formal complaint or a denunciation: please say what you want to file. Nothing was kept.',
  },
  'case.stale': {
    status: 409,
    vi: 'Phản ánh vừa được người khác thay đổi; đây là trạng thái hiện tại.',
    en: 'Somebody has just changed this complaint; here is its present state.',
  },
  'identity.unreadable': {
    status: 500,
    vi: 'Danh tính người gửi không mở được; người quản trị cần kiểm tra khóa.',
    en: 'Who filed it cannot be opened; the administrator has to check the keys.',
  },
  not_found: { status: 404, vi: 'Không tìm thấy.', en: 'Not found.' },
  'session.required': { status: 401, vi: 'Cần đăng nhập.', en: 'Please sign in.' },
  'session.refused': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'Wrong name or password.',
  },
  'session.slow_down': {
    status: 429,
    vi: 'Đã thử sai nhiều lần; xin chờ rồi thử lại.',
    en: 'Too many failed attempts; please wait and try again.',
  },
  'session.code_required': {
    status: 401,
    vi: 'Cần mã xác thực hai lớp.',
    en: 'The code of the second factor is needed.',
  },
  'session.code_refused': {
    status: 401,
    vi: 'Mã xác thực không đúng hoặc đã dùng.',
    en: 'The code is wrong or has been used.',
  },
  'session.second_factor_required': {
    status: 403,
    vi: 'Vai trò này phải bật xác thực hai lớp trước khi làm việc.',
    en: 'This role must pass a second factor before it can work.',
  },
  'session.reset_refused': {
    status: 400,
    vi: 'Đường liên kết đặt lại mật khẩu đã dùng hoặc hết hạn; xin yêu cầu lại.',
    en: 'The link to set a new password has been used or has expired; please ask again.',
  },
  'password.refused': {
    status: 403,
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The present password is wrong.',
  },
  'second_factor.refused': {
    status: 403,
    vi: 'Mã xác thực không đúng hoặc đã dùng.',
    en: 'The code is wrong or has been used.',
  },
  'second_factor.code_required': {
    status: 403,
    vi: 'Xác thực hai lớp đang bật: cần mã hiện tại để thay đổi.',
    en: 'The second factor is on: its present code is needed to change it.',
  },
  'second_factor.off': {
    status: 409,
    vi: 'Chưa bật xác thực hai lớp.',
    en: 'The second factor is not on.',
  },
  'second_factor.not_started': {
    status: 409,
    vi: 'Chưa bắt đầu bật xác thực hai lớp, hoặc đã quá 15 phút; xin làm lại.',
    en: 'Enrolment was not started, or more than 15 minutes ago; please start again.',
  },
  'second_factor.obligatory': {
    status: 409,
    vi: 'Vai trò này không được tắt xác thực hai lớp.',
    en: 'This role may not switch the second factor off.',
  },
  'session.provider_refused': {
    status: 401,
    vi: 'Không đăng nhập được bằng hệ thống định danh; hãy thử lại hoặc hỏi quản trị viên.',
    en: 'The identity provider did not sign you in here; try again, or ask an administrator.',
  },
  'caller.forbidden': {
    status: 403,
    vi: 'Vai trò của bạn không được làm việc này.',
    en: 'Your role may not do this.',
  },
  'view.too_many': {
    status: 409,
    vi: 'Đã lưu đủ 30 danh sách: hãy bỏ bớt trước.',
    en: 'You keep 30 lists already: drop one first.',
  },
  'stand_in.not_running': {
    status: 403,
    vi: 'Bạn không trực thay người này vào lúc này.',
    en: 'You do not stand in for this person at this time.',
  },
  'stand_in.while_acting': {
    status: 403,
    vi: 'Người trực thay không ủy quyền lại: hãy làm việc này với tư cách của chính mình.',
    en: 'Whoever stands in does not delegate further: do this as yourself.',
  },
  'stand_in.overlap': {
    status: 409,
    vi: 'Trong thời gian này người đó đã có người trực thay.',
    en: 'Somebody stands in for this person during this time already.',
  },
  'stand_in.circle': {
    status: 409,
    vi: 'Những người này sẽ trực thay vòng quanh cho nhau.',
    en: 'These people would stand in for one another in a circle.',
  },
  'stand_in.not_colleagues': {
    status: 409,
    vi: 'Người trực thay phải đang làm việc trong cùng đơn vị.',
    en: 'Whoever stands in must be an active colleague of the same unit.',
  },
  'staff.holds_matters': {
    status: 409,
    vi: 'Người này còn giữ việc chưa xong: hãy bàn giao trước.',
    en: 'This person still holds open matters: hand them over first.',
  },
  'staff.last_head': {
    status: 409,
    vi: 'Thủ trưởng bàn giao cho thủ trưởng khác: đơn vị luôn có ít nhất một thủ trưởng.',
    en: 'A head hands over to another head: an agency always keeps one.',
  },
  'account.own': {
    status: 409,
    vi: 'Không tự đổi vai trò, gỡ xác thực hay khóa tài khoản của chính mình; hãy nhờ quản trị viên khác.',
    en: 'Nobody changes the role, lifts the second factor or ends the account of their own; ask another administrator.',
  },
  'account.last_administrator': {
    status: 409,
    vi: 'Đây là quản trị viên cuối cùng: hệ thống luôn cần ít nhất một.',
    en: 'This is the last administrator: the program always keeps one.',
  },
  'account.no_address': {
    status: 409,
    vi: 'Tài khoản này đã khóa hoặc chưa có thư điện tử nên không gửi được đường liên kết.',
    en: 'This account has ended or has no address, so no link can be mailed.',
  },
  'officer.not_available': {
    status: 409,
    vi: 'Cán bộ này không còn nhận việc trong cơ quan chủ trì.',
    en: 'This officer takes no more matters in the agency that leads.',
  },
  'draft.stale': {
    status: 409,
    vi: 'Người khác vừa sửa dự thảo này; hãy xem bản mới rồi làm lại.',
    en: 'Somebody else has just changed this draft; see it again and repeat.',
  },
  'draft.ended': {
    status: 409,
    vi: 'Dự thảo này đã ban hành hoặc đã bỏ.',
    en: 'This draft has been published or given up.',
  },
  'draft.outdated': {
    status: 409,
    vi: 'Đã có phiên bản mới hơn bản mà dự thảo bắt đầu từ đó; hãy soạn lại từ phiên bản mới.',
    en: 'A newer version was published after this draft began; begin again from that one.',
  },
  'draft.faulty': {
    status: 422,
    vi: 'Dự thảo còn lỗi nên chưa ban hành được.',
    en: 'The draft has faults and cannot be published yet.',
  },
  'incident.stale': {
    status: 409,
    vi: 'Sự vụ đã thay đổi từ lúc bạn xem; xin tải lại.',
    en: 'The incident has changed since you saw it; load it again.',
  },
  'incident.ended': {
    status: 409,
    vi: 'Sự vụ không còn nhận thêm hay thay đổi thành viên.',
    en: 'The incident takes no more changes of its members.',
  },
  'incident.answer_waits': {
    status: 409,
    vi: 'Sự vụ đó có kết quả đang chờ duyệt: duyệt hoặc chuyển lại trước khi gộp.',
    en: 'That incident has an answer under review: publish it or send it back before merging.',
  },
  'incident.not_proposed': {
    status: 409,
    vi: 'Sự vụ này không chờ xác nhận.',
    en: 'This incident does not wait to be confirmed.',
  },
  'proof.refused': {
    status: 403,
    vi: 'Mã xác nhận không đúng, đã dùng hoặc đã hết hạn; xin lấy mã mới.',
    en: 'The code is wrong, used or expired; please ask for a new one.',
  },
  'partner.link_refused': {
    status: 404,
    vi: 'Đường liên kết này không dùng được: sai, đã hết hạn, đã dùng hết lượt, hoặc việc không còn ở đơn vị bạn. Xin gọi trung tâm để nhận đường liên kết mới.',
    en: 'This link does not work: it is wrong, expired or used up, or the matter is no longer with your agency. Please ask the center for a new one.',
  },
  'partner.none': {
    status: 409,
    vi: 'Cơ quan chủ trì hiện nay không phải đơn vị nhận việc qua đường liên kết.',
    en: 'The agency that leads now is not one that works by link.',
  },
  'key.unknown': {
    status: 401,
    vi: 'Khóa API không đúng.',
    en: 'This API key is not known.',
  },
  'key.ended': {
    status: 401,
    vi: 'Khóa API đã hết hạn, bị thu hồi hoặc đã được thay; xin hỏi quản trị viên của Trung tâm.',
    en: "This API key has expired, was revoked or was replaced; please ask the Center's administrators.",
  },
  'key.address_refused': {
    status: 403,
    vi: 'Khóa API không được dùng từ địa chỉ mạng này.',
    en: 'This API key may not be used from this network address.',
  },
  'key.not_allowed': {
    status: 403,
    vi: 'Khóa API không có quyền cho việc này.',
    en: 'This API key has not been given the right to do this.',
  },
  'webhook.ended': {
    status: 409,
    vi: 'Nơi nhận này đã kết thúc.',
    en: 'This receiver has ended.',
  },
  'webhook.paused': {
    status: 409,
    vi: 'Nơi nhận đang tạm dừng; hãy cho chạy tiếp rồi gửi thử.',
    en: 'This receiver is paused; resume it, then send a test.',
  },
  'webhook.too_many': {
    status: 409,
    vi: 'Đã có 50 nơi nhận; hãy kết thúc nơi không còn dùng.',
    en: 'There are 50 receivers already; end one that is not used any more.',
  },
  'key.ended_already': {
    status: 409,
    vi: 'Khóa này đã bị thu hồi.',
    en: 'This key has been revoked.',
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
