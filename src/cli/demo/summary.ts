import { figure } from '../say.js';
import type { Played, Replayed } from './replay.js';

const isDiverted = (arrival: Played['arrival']) =>
  typeof arrival === 'object' && arrival.code === 'filing.diverted';

/** What came of the samples, held against what they expect. */
export function summaryOf({ played, events }: Replayed): string[] {
  const arrived = (arrival: Played['arrival']) => played.filter((one) => one.arrival === arrival);
  const routed = arrived('routed');
  const triaged = arrived('triage');
  const unreceived = played.filter(({ arrival }) => typeof arrival === 'object');
  const diverted = unreceived.filter(({ arrival }) => isDiverted(arrival));
  const refused = unreceived.length - diverted.length;
  const failed = played.filter(({ failure }) => failure !== undefined);
  const assigned = [...routed, ...triaged].filter(({ agencyType }) => agencyType);
  const rejected = triaged.filter(({ agencyType }) => agencyType === null);
  const rightAgency = ({ agencyType, sample }: Played) => agencyType === sample.expected.agencyType;
  const rightUrgency = ({ urgency, sample }: Played) => urgency === sample.expected.urgency;
  const share = (all: Played[], right: (one: Played) => boolean) =>
    `${all.filter(right).length}/${all.length}`;
  const other = [
    ...assigned
      .filter((one) => !rightAgency(one))
      .map((one) => `${one.sample.id} ${one.agencyType} ≠ ${one.sample.expected.agencyType}`),
    ...routed
      .filter((one) => !rightUrgency(one))
      .map((one) => `${one.sample.id} ${one.urgency} ≠ ${one.sample.expected.urgency}`),
  ];
  return [
    `${played.length} mẫu / samples: giao ngay / routed at once ${routed.length}, qua phân loại / by an operator ${triaged.length} (không tiếp nhận / rejected ${rejected.length}), hướng dẫn khiếu nại, tố cáo / diverted ${diverted.length}, từ chối / refused ${refused}`,
    `Loại cơ quan như dự kiến / sort of agency as expected: giao ngay / at once ${share(routed, rightAgency)}, tất cả / all ${share(assigned, rightAgency)}`,
    `Mức khẩn như dự kiến / urgency as expected: giao ngay / at once ${share(routed, rightUrgency)}`,
    ...(other.length > 0 ? [`Khác dự kiến / otherwise: ${other.join('; ')}`] : []),
    'Mỗi mẫu gửi hai lần cùng Idempotency-Key: một phản ánh / each sent twice under one key: one complaint',
    `Socket: ${figure(events)} sự kiện / events`,
    failed.length === 0
      ? 'Mọi lời hứa đều giữ / every promise was kept'
      : `Không như hứa / not as promised: ${failed.map(({ sample }) => sample.id).join(', ')}`,
  ];
}
