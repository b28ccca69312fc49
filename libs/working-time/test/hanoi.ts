import type { CalendarSpec } from '../src/index.js';

const office = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];

type Day = CalendarSpec['days'][number];

const holiday = (date: string): Day => ({
  date,
  kind: 'off',
  reason: { vi: 'Nghỉ lễ', en: 'Public holiday' },
});

const swapFor2January: Day[] = [
  {
    date: '2026-01-02',
    kind: 'off',
    reason: { vi: 'Hoán đổi ngày làm việc', en: 'Swapped working day' },
    document: '12729/VPCP-KGVX',
    decidedOn: '2025-12-25',
  },
  {
    date: '2026-01-10',
    kind: 'work',
    as: 5,
    reason: { vi: 'Làm bù', en: 'Made up for 2 January' },
    document: '12729/VPCP-KGVX',
    decidedOn: '2025-12-25',
  },
];

const days: Day[] = [
  ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'].map(holiday),
  ...['2026-02-20', '2026-04-27', '2026-04-30', '2026-05-01'].map(holiday),
  ...['2026-08-31', '2026-09-01', '2026-09-02'].map(holiday),
  {
    date: '2026-08-22',
    kind: 'work',
    reason: { vi: 'Làm bù cho 31/8', en: 'Made up for 31 August' },
  },
];

/** State agencies in Hanoi, 2026: version 1 before the decision of 2025-12-25, version 2 after. */
export const hanoi = (version: 1 | 2 = 2): CalendarSpec => ({
  code: 'hanoi',
  version,
  timeZone: 'Asia/Ho_Chi_Minh',
  kind: 'working',
  weeks: [
    { validFrom: '2012-02-01', hours: { 1: office, 2: office, 3: office, 4: office, 5: office } },
  ],
  days: version === 1 ? days : [...days, ...swapFor2January],
});

/** '2026-02-13 16:50' on the clocks of Hanoi. */
export const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}+07:00`);
