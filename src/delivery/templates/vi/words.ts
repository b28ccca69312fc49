import type { ClockKind } from '#deadlines';
import type { RejectReason } from '#lifecycle';
import { urgencyWords } from '../../../complaints/words.js';
import { facts, link, paragraph, type Block, type Fact } from '../letter.js';
import type { FilerModel, LateReason, StaffModel } from '../model.js';

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

export const clocks: Record<ClockKind, string> = {
  triage: 'phân loại',
  acceptance: 'tiếp nhận',
  handling: 'xử lý của đơn vị',
  first_response: 'phản hồi đầu tiên',
  resolution: 'giải quyết',
  confirmation: 'xác nhận',
  urging: 'trả lời đôn đốc',
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
    ['Mức độ', urgencyWords[m.urgency].vi],
    ['Địa bàn', m.ward],
    ['Cơ quan chủ trì', m.agency],
    ['Hạn trả lời người gửi', m.promise],
    ...more,
  );

/** Why it is late, in plain words. */
export const late = ({ stage, unit, since }: LateReason): string => {
  const from = since === null ? '' : ` từ ${since}`;
  const words: Record<LateReason['stage'], string> = {
    new: `phản ánh vẫn ở ${unit}${from}, đang xác định cơ quan chủ trì`,
    assigned: `${unit} được giao chủ trì${from} nhưng chưa tiếp nhận`,
    in_progress: `${unit} đang giải quyết${from} nhưng chưa xong`,
    answered: `cơ quan đã có kết quả; ${unit} đang kiểm tra kết quả${from} trước khi gửi bạn`,
  };
  return `Lý do: ${words[stage]}.`;
};
