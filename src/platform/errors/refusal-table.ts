import type { RefusalCode } from '#lifecycle';

/** The HTTP status of a failure and its words. */
export interface ErrorEntry {
  status: number;
  /** The field of the request that is at fault, where it is one. */
  field?: string;
  vi: string;
  en: string;
}

/** What the life of a complaint refuses. */
export const refusals: Record<RefusalCode, ErrorEntry> = {
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
  'agency.not_involved': {
    status: 409,
    vi: 'Cơ quan này không giữ và không phối hợp xử lý phản ánh.',
    en: 'This agency neither leads nor supports the complaint.',
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
  'hand_over.same_officer': {
    status: 409,
    vi: 'Việc này đang do chính cán bộ đó xử lý.',
    en: 'This officer has the matter already.',
  },
  'assignment.conflict': {
    status: 409,
    vi: 'Không giao cho nơi bị phản ánh hoặc đơn vị trực thuộc; xin chọn cơ quan khác.',
    en: 'It is not given to those complained of or to an office under them; choose another agency.',
  },
  'assignment.needs_ground': {
    status: 400,
    vi: 'Quyết định này có giá trị bắt buộc: xin nêu căn cứ để các đơn vị cùng biết.',
    en: 'This decision binds: say why, so that the agencies know it.',
  },
  'assignment.returned_before': {
    status: 403,
    vi: 'Cơ quan này đã trả lại phản ánh; chỉ lãnh đạo trung tâm được giao lại.',
    en: 'This agency has returned the complaint; only the center supervisor gives it back.',
  },
  'answer.parts_open': {
    status: 409,
    vi: 'Còn việc phối hợp chưa xong và còn hạn: xin chờ, hoặc rút việc đó kèm lý do.',
    en: 'A part is still open and in time: wait for it, or withdraw it with a reason.',
  },
  'ask.of_linked': {
    status: 409,
    vi: 'Phản ánh này được tách ra; xin hỏi người gửi ở phản ánh gốc.',
    en: 'This complaint was split off; ask the filer in the one that it came from.',
  },
  'link.of_linked': {
    status: 409,
    vi: 'Phản ánh này đã được tách ra; xin tách từ phản ánh gốc.',
    en: 'This complaint was split off itself; split the one that it came from.',
  },
  'part.already_asked': {
    status: 409,
    vi: 'Cơ quan này đang có việc phối hợp chưa xong.',
    en: 'This agency has a part that is still open.',
  },
  'part.not_open': {
    status: 409,
    vi: 'Việc phối hợp này không ở bước đó: chưa nhận, đã xong hoặc đã rút.',
    en: 'This part is not at that step: not accepted yet, done, or withdrawn.',
  },
  'part.not_yours': {
    status: 403,
    vi: 'Việc phối hợp này giao cho cơ quan khác.',
    en: 'This part is asked of another agency.',
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
  'return.after_answer': {
    status: 409,
    vi: 'Đơn vị đã trả lời kết quả phản ánh này nên không trả lại được; xin đề nghị lãnh đạo trung tâm chuyển.',
    en: 'Your agency has answered this complaint, so it cannot be returned; ask the supervisor to move it.',
  },
  'return.needs_proposed': {
    status: 400,
    field: 'proposed',
    vi: 'Trả lại vì không thuộc thẩm quyền hoặc địa bàn thì phải nêu cơ quan cần nhận.',
    en: 'Returned as not yours or not in your area: name the agency whose it is.',
  },
  'return.proposed_unfit': {
    status: 409,
    field: 'proposed',
    vi: 'Cơ quan đề nghị không nhận được việc này; xin chọn cơ quan khác.',
    en: 'The agency named cannot have this matter; name another.',
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
  'identity.hidden': {
    status: 403,
    vi: 'Lớp bảo mật của phản ánh không cho phép bạn biết người gửi.',
    en: 'The privacy class of this complaint does not let you know who filed it.',
  },
  'identity.seen_already': {
    status: 409,
    vi: 'Bạn đã thấy người gửi trong hồ sơ, không cần mở niêm phong.',
    en: 'You see who filed it in the case; there is nothing to reveal.',
  },
  'case.anonymised': {
    status: 409,
    vi: 'Nội dung và thông tin cá nhân của phản ánh này đã được xóa; không làm gì thêm được.',
    en: 'The words and personal data of this complaint have been removed; nothing more can be done with it.',
  },
  'repeat.marked_already': {
    status: 409,
    vi: 'Phản ánh này đã được đánh dấu là tái diễn.',
    en: 'This complaint is marked as a repeat already.',
  },
  'repeat.not_marked': {
    status: 409,
    vi: 'Phản ánh này không được đánh dấu là tái diễn.',
    en: 'This complaint is not marked as a repeat.',
  },
  'restriction.unchanged': {
    status: 409,
    vi: 'Việc sử dụng dữ liệu cá nhân đã ở trạng thái này.',
    en: 'The use of the personal data is restricted in this way already.',
  },
  'extension.pending': {
    status: 409,
    vi: 'Đã có một đề nghị gia hạn đang chờ lãnh đạo trung tâm quyết định.',
    en: 'A request for an extension is waiting for the supervisor already.',
  },
  'extension.none_asked': {
    status: 409,
    vi: 'Không có đề nghị gia hạn nào đang chờ.',
    en: 'No extension has been asked for.',
  },
  'extension.used_up': {
    status: 409,
    vi: 'Thời hạn này đã được gia hạn đủ số lần cho phép.',
    en: 'This promise has been extended as often as the policy allows.',
  },
  'extension.deadline_over': {
    status: 409,
    vi: 'Đã quá thời hạn hẹn với người gửi; không gia hạn được nữa.',
    en: 'The date promised to the filer has passed; it cannot be extended any more.',
  },
  'extension.not_later': {
    status: 400,
    field: 'until',
    vi: 'Ngày mới phải sau thời hạn hiện tại.',
    en: 'The new date must be later than the present deadline.',
  },
  'extension.too_long': {
    status: 400,
    field: 'until',
    vi: 'Ngày mới vượt quá mức gia hạn dài nhất của chính sách.',
    en: 'The new date is beyond the longest extension of the policy.',
  },
  'extension.outside_hours': {
    status: 400,
    field: 'until',
    vi: 'Ngày mới phải nằm trong giờ làm việc.',
    en: 'The new date must lie in working time.',
  },
  'urging.unknown': {
    status: 409,
    vi: 'Không có lần đôn đốc này.',
    en: 'There is no urging of this number.',
  },
  'urging.settled': {
    status: 409,
    vi: 'Lần đôn đốc này đã được trả lời hoặc không còn hiệu lực.',
    en: 'This urging has been answered, or is no longer open.',
  },
  'incident.follows': {
    status: 409,
    vi: 'Phản ánh này đi theo một sự vụ: xử lý ở phản ánh chính của sự vụ, hoặc tách nó ra trước.',
    en: 'It follows an incident: work on the main complaint of the incident, or take this one out first.',
  },
  'incident.not_member': {
    status: 409,
    vi: 'Phản ánh này không thuộc sự vụ.',
    en: 'The complaint is not part of the incident.',
  },
  'incident.member_already': {
    status: 409,
    vi: 'Phản ánh này đã thuộc một sự vụ; mỗi phản ánh chỉ ở trong một sự vụ.',
    en: 'The complaint is part of an incident already, and of one at most.',
  },
  'incident.protected': {
    status: 409,
    vi: 'Phản ánh về cán bộ, về một cơ quan hoặc thuộc lĩnh vực bảo mật không gộp vào sự vụ.',
    en: 'A complaint about people or an agency, or of a protected class, never joins an incident.',
  },
  'incident.step_known': {
    status: 409,
    vi: 'Bước này đã được báo.',
    en: 'This step has been told already.',
  },
};
