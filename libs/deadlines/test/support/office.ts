import {
  termsOf,
  type Book,
  type CategoryLimits,
  type LimitText,
  type Policy,
  type Terms,
} from '#deadlines';
import type { Instant, Urgency } from '#lifecycle';
import { WorkCalendar } from '#working-time';

/** '03-02 09:00' in Hà Nội in 2026, as an instant. 2 March is a Monday, 11 March a holiday. */
export const local = (text: string): Instant =>
  new Date(`2026-${text.replace(' ', 'T')}:00+07:00`).toISOString();

const day = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];

const calendars = {
  office: WorkCalendar.compile({
    code: 'office',
    version: 1,
    timeZone: 'Asia/Ho_Chi_Minh',
    kind: 'working',
    weeks: [{ validFrom: '2015-01-01', hours: { 1: day, 2: day, 3: day, 4: day, 5: day } }],
    days: [{ date: '2026-03-11', kind: 'off', reason: { vi: 'Nghỉ lễ', en: 'Holiday' } }],
  }),
  continuous: WorkCalendar.compile({
    code: 'continuous',
    version: 1,
    timeZone: 'Asia/Ho_Chi_Minh',
    kind: 'continuous',
    weeks: [],
    days: [],
  }),
};

const byUrgency = (urgent: string, normal: string, complex: string): Record<Urgency, string> => ({
  urgent,
  normal,
  complex,
});

const first: Policy = {
  version: 1,
  name: { vi: 'Chính sách thời hạn', en: 'Deadline policy' },
  triage: byUrgency('30m', '4wh', '8wh'),
  firstResponse: byUrgency('4h', '2wd', '3wd'),
  waiting: '5wd',
  confirmation: '5wd',
  reopenWindow: '30d',
  reopenResolveShare: 0.5,
  maxReopens: 2,
  unclassified: { accept: '8wh', resolve: '5wd' },
  urgentAccept: '1h',
  calendars: byUrgency('continuous', 'office', 'office'),
  ladder: [
    { at: { share: 0.75 }, action: 'warn', to: ['officer'] },
    { at: { after: '0m' }, action: 'breach', to: ['officer', 'agency_head'] },
    { at: { after: '4wh' }, action: 'escalate', to: ['agency_head'] },
    { at: { after: '1wd' }, action: 'escalate', to: ['supervisor'] },
    { at: { after: '3wd' }, action: 'escalate', to: ['leader'] },
  ],
  repeat: { every: '5wd', to: ['supervisor', 'leader'] },
  late: { newDate: byUrgency('1d', '3wd', '5wd') },
  lowRating: 2,
};

const policies = [first, { ...first, version: 2, triage: byUrgency('15m', '2wh', '6wh') }];

const limits = (
  accept: LimitText,
  resolve: LimitText,
  resolveUrgent: LimitText | null,
  urgentCalendar: string,
): CategoryLimits => ({ accept, resolve, resolveUrgent, urgentCalendar });

const categories: Record<string, CategoryLimits> = {
  'CS-01': limits('8wh', '3wd', '4h', 'continuous'),
  'CS-02': limits('4wh', '10wd', null, 'office'),
  'CS-03': limits('1wd', '7d', '24h', 'continuous'),
};

/** The office's book with the policy of a version in force. */
export const book = (inForce = 1): Book => ({
  calendar: (code) => calendars[code as keyof typeof calendars],
  policy: (version = inForce) => policies[version - 1] ?? first,
  agencyCalendar: () => null,
});

export function terms(category: string | null, urgency: Urgency, inForce = 1): Terms {
  const known = category === null ? null : (categories[category] ?? null);
  const matter = { kind: 'report', category, urgency, ward: null } as const;
  return termsOf(book(inForce).policy(), known, matter);
}
