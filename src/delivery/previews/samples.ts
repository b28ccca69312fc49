import type { Language } from '../../platform/moment.js';
import type {
  AccountModel,
  AdministratorModel,
  FilerModel,
  StaffModel,
  SummaryModel,
} from '../templates/model.js';

interface Samples {
  filer: FilerModel;
  staff: StaffModel;
  summary: SummaryModel;
  account: AccountModel;
  administrator: AdministratorModel;
}

interface Office {
  center: string;
  hotline: string;
  publicUrl: string;
}

const words = {
  vi: {
    category: 'Mất điện đột xuất',
    agency: 'EVN Hà Nội',
    other: 'Công ty Chiếu sáng',
    ward: 'Phường Cửa Nam',
    asked: 'Nhà bạn ở số mấy? Xin ghi rõ.',
    finding: 'Đúng như phản ánh.',
    done: 'Đã thay cầu chì lúc 15 giờ.',
    basis: 'Luật Điện lực',
    task: 'Kiểm tra trạm biến áp.',
    decision: 'Đường dây thuộc lưới điện của đơn vị.',
    title: 'Mất điện diện rộng',
    working: 'Đang khắc phục.',
    body: 'Bộ Xây dựng',
    person: 'Vũ Đình Nam',
    late: 'Quá hạn giải quyết',
    days: ['thứ Ba 24/11/2026, 09:00', 'thứ Năm 26/11/2026, 16:00', 'thứ Sáu 27/11/2026, 17:00'],
  },
  en: {
    category: 'Unplanned power outage',
    agency: 'EVN Hanoi',
    other: 'City Lighting Company',
    ward: 'Cua Nam Ward',
    asked: 'What is the number of your house? Please say exactly.',
    finding: 'It was as you said.',
    done: 'The fuse was replaced at 15:00.',
    basis: 'Law on Electricity',
    task: 'Look at the transformer.',
    decision: 'The line belongs to this grid.',
    title: 'Power outage over a wide area',
    working: 'Being mended.',
    body: 'Ministry of Construction',
    person: 'Vu Dinh Nam',
    late: 'Overdue',
    days: ['Tuesday 24/11/2026, 09:00', 'Thursday 26/11/2026, 16:00', 'Friday 27/11/2026, 17:00'],
  },
};

/** What a mail could say of a case that never was: every value is given, so that every line shows. */
export function samplesIn(language: Language, { center, hotline, publicUrl }: Office): Samples {
  const w = words[language];
  const [began = '', before = '', after = ''] = w.days;
  const url = `${publicUrl}/…`;
  const common = { center, hotline, url, category: w.category, agency: w.agency, promise: before };
  return {
    filer: {
      ...common,
      code: 'AAAA-BBBB-CCCC-DDDD',
      text: w.asked,
      answer: { finding: w.finding, done: w.done, basis: w.basis },
      reason: 'unclear',
      replyBy: after,
      confirmBy: after,
      oldDate: before,
      newDate: after,
      late: { stage: 'assigned', unit: w.agency, since: began },
      personCode: '123456',
      validUntil: before,
      incident: { title: w.title, reporters: 12, answer: w.working },
      dateBefore: before,
      document: '127/VPCP-KGVX',
      sentOn: { body: w.body, document: '12/TTHT-CV', date: '23/11/2026' },
      afterResult: true,
    },
    staff: {
      ...common,
      ref: '1a2b3c4d',
      urgency: 'urgent',
      ward: w.ward,
      acceptBy: before,
      clock: 'resolution',
      dueAt: before,
      newDate: after,
      text: w.task,
      ground: 'wrong_area',
      proposed: w.other,
      decision: w.decision,
      returns: [{ agency: w.other, ground: 'not_competent', proposed: w.agency }],
      score: 1,
      urging: '2',
      answerBy: after,
      standsInFor: null,
      linkUntil: null,
    },
    summary: {
      center,
      at: before,
      count: 2,
      lines: [1, 2].map((number) => ({ label: `${w.late} #1a2b3c4${number}: ${w.category}`, url })),
      more: 0,
    },
    account: { center, login: 'can.bo.moi', url, validUntil: before },
    administrator: { center, receiver: w.agency, since: began, url },
  };
}
