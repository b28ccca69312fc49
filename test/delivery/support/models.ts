import type { FilerModel, StaffModel } from '../../../src/delivery/templates/model.js';

/** Models with every value given, each recognisable in the mail. */
export const fullFiler: FilerModel = {
  center: 'Trung tâm',
  hotline: '024 1022',
  code: 'AAAA-BBBB-CCCC-DDDD',
  url: 'https://dm.example/api/complaints/AAAA-BBBB-CCCC-DDDD',
  category: 'Mất điện đột xuất',
  agency: 'EVN Hà Nội',
  promise: 'thứ Năm 26/11/2026, 16:00',
  text: 'Nhà bạn ở số mấy?\nXin ghi rõ.',
  answer: { finding: 'Đúng như phản ánh.', done: 'Đã thay cầu chì.', basis: 'Luật Điện lực' },
  reason: 'unclear',
  replyBy: 'thứ Hai 30/11/2026, 17:00',
  confirmBy: 'thứ Ba 01/12/2026, 17:00',
  newDate: 'thứ Sáu 27/11/2026, 16:00',
  personCode: '123456',
  validUntil: 'thứ Năm 26/11/2026, 15:15',
  afterResult: true,
};

export const bareFiler: FilerModel = {
  ...fullFiler,
  category: null,
  agency: null,
  text: null,
  answer: null,
  reason: null,
  replyBy: null,
  confirmBy: null,
  newDate: null,
  personCode: null,
  validUntil: null,
  afterResult: false,
};

export const fullStaff: StaffModel = {
  center: 'Trung tâm',
  hotline: '024 1022',
  ref: '1a2b3c4d',
  url: 'https://dm.example/api/cases/0',
  category: 'Mất điện đột xuất',
  urgency: 'urgent',
  ward: 'Phường Cửa Nam',
  agency: 'EVN Hà Nội',
  promise: 'thứ Năm 26/11/2026, 16:00',
  acceptBy: 'thứ Tư 25/11/2026, 10:00',
  clock: 'resolution',
  dueAt: 'thứ Năm 26/11/2026, 15:00',
  text: 'Kiểm tra trạm biến áp',
  ground: 'wrong_area',
  proposed: 'Công ty Chiếu sáng',
  score: 1,
  standsInFor: 'Vũ Đình Nam',
  linkUntil: 'thứ Năm 10/12/2026, 10:00',
};

export const bareStaff: StaffModel = {
  ...fullStaff,
  linkUntil: null,
  category: null,
  ward: null,
  agency: null,
  acceptBy: null,
  clock: null,
  dueAt: null,
  standsInFor: null,
  text: null,
  ground: null,
  proposed: null,
  score: null,
};
