import type { StandingDefinitions } from './standing.dto.js';

/** What each figure of the report means, for whoever reads it. */
export const definitions: StandingDefinitions = {
  total: {
    vi: 'Số thời hạn rơi vào kỳ báo cáo, không tính thời hạn đã hủy; là mẫu số của các số còn lại.',
    en: 'Deadlines that fall into the period, without cancelled ones; the denominator of the others.',
  },
  onTime: {
    vi: 'Xong trước thời hạn hẹn ban đầu, hoặc thời hạn đã tính lại không do gia hạn.',
    en: 'Done by the date promised at first, or by one that moved otherwise than by an extension.',
  },
  onTimeExtended: {
    vi: 'Xong sau thời hạn hẹn trước khi gia hạn, nhưng trong thời hạn được gia hạn.',
    en: 'Done after the date that stood before the extension, and by the extended one.',
  },
  late: { vi: 'Xong sau thời hạn.', en: 'Done after the deadline.' },
  open: {
    vi: 'Chưa xong, chưa đến hạn, hoặc đang chờ người gửi bổ sung.',
    en: 'Not done and not due yet, or waiting for the filer.',
  },
  openLate: { vi: 'Chưa xong và đã quá hạn.', en: 'Not done and past the deadline.' },
  promised: {
    vi: 'Thời hạn hẹn với người gửi, từ lúc tiếp nhận đến khi có kết quả; tính cho cơ quan chủ trì.',
    en: 'What filers were promised, from receipt to result; counted with the agency that leads.',
  },
  owed: {
    vi: 'Thời hạn xử lý của chính cơ quan, từ lúc nhận xử lý đến khi trả lời.',
    en: "The agency's own time, from acceptance to its answer.",
  },
  lateHours: {
    vi: 'Số giờ (theo lịch của thời hạn) đã qua sau thời hạn hẹn với người gửi, trong lúc cơ quan giữ việc, không tính lúc chờ người gửi.',
    en: "Hours, by the promise's calendar, after the date promised to the filer while the agency held the matter, without waiting for the filer.",
  },
};
