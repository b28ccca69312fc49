import type { ClockKind } from '#deadlines';
import type { RejectReason, ReturnGround, Urgency } from '#lifecycle';
import { facts, link, paragraph, type Block, type Fact } from '../letter.js';
import type { FilerModel, StaffModel } from '../model.js';

export const reasons: Record<RejectReason, string> = {
  not_competent: 'Không thuộc thẩm quyền của thành phố',
  unclear: 'Nội dung chưa đủ rõ để xử lý',
  spam: 'Thư rác, quảng cáo',
  abusive: 'Lời lẽ xúc phạm',
  duplicate: 'Trùng với một phản ánh đã có',
  formal_complaint: 'Là khiếu nại, giải quyết theo Luật Khiếu nại',
  denunciation: 'Là tố cáo, giải quyết theo Luật Tố cáo',
  cancelled_by_filer: 'Người gửi rút phản ánh',
};

export const grounds: Record<ReturnGround, string> = {
  not_competent: 'Không thuộc thẩm quyền',
  wrong_area: 'Không thuộc địa bàn',
  duplicate: 'Trùng với phản ánh khác',
  not_clear: 'Nội dung chưa rõ',
};

export const urgencies: Record<Urgency, string> = {
  urgent: 'Khẩn',
  normal: 'Thường',
  complex: 'Phức tạp',
};

export const clocks: Record<ClockKind, string> = {
  triage: 'phân loại',
  acceptance: 'tiếp nhận',
  handling: 'xử lý của đơn vị',
  first_response: 'phản hồi đầu tiên',
  resolution: 'giải quyết',
  confirmation: 'xác nhận',
};

export const clockOf = ({ clock }: StaffModel) => (clock ? clocks[clock] : 'xử lý');
export const categoryOf = ({ category }: StaffModel) => category ?? 'chưa xác định lĩnh vực';

export const hello = paragraph('Kính chào bạn,');
export const track = ({ url }: FilerModel) => link('Xem tiến độ', url);
export const open = ({ url }: StaffModel) => link('Mở việc này', url);

export const filed = (m: FilerModel): Block =>
  facts(
    ['Mã theo dõi', m.code],
    ['Lĩnh vực', m.category],
    ['Cơ quan chủ trì', m.agency],
    ['Hạn có kết quả', m.promise],
  );

export const matter = (m: StaffModel, ...more: Fact[]): Block =>
  facts(
    ['Số việc', `#${m.ref}`],
    ['Lĩnh vực', categoryOf(m)],
    ['Mức độ', urgencies[m.urgency]],
    ['Địa bàn', m.ward],
    ['Cơ quan chủ trì', m.agency],
    ['Hạn trả lời người gửi', m.promise],
    ...more,
  );
