import type {
  Agency,
  DirectoryData,
  RoutingFacts,
  RoutingRule,
  RuleSet,
  ServiceArea,
} from '../src/index.js';

/** A stand-in for the real folding: lower case, no marks, đ as d. */
export const fold = (text: string): string =>
  text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');

export const options = { timeZone: 'Asia/Ho_Chi_Minh', fold };

export const agency = (code: string, more: Partial<Agency> = {}): Agency => ({
  code,
  type: 'company',
  name: { vi: `Đơn vị ${code}`, en: `Unit ${code}` },
  parent: null,
  ward: null,
  validFrom: '2018-01-01',
  validTo: null,
  successor: null,
  ...more,
});

export const area = (
  by: string,
  service: string,
  wards: 'all' | string[],
  more: Partial<ServiceArea> = {},
): ServiceArea => ({
  agency: by,
  service,
  wards,
  validFrom: '2018-01-01',
  validTo: null,
  ...more,
});

export const rule = (id: string, more: Partial<RoutingRule> = {}): RoutingRule => ({
  id,
  when: {},
  lead: { agency: 'CENTER' },
  confidence: 0.9,
  because: { vi: `lý do của ${id}`, en: `the reason of ${id}` },
  ...more,
});

export const ruleSet = (rules: RoutingRule[], assignAt = 0.8): RuleSet => ({
  version: 3,
  validFrom: '2018-01-01',
  assignAt,
  conflict: { top: 'CENTER', oversight: ['CENTER'], instead: {}, asking: [], wardWords: [] },
  rules,
});

export const facts = (more: Partial<RoutingFacts> = {}): RoutingFacts => ({
  category: 'KH-02',
  kind: 'report',
  about: null,
  urgency: 'normal',
  ward: '00070',
  point: null,
  filer: null,
  at: '2025-08-01T09:00:00+07:00',
  text: '',
  answers: {},
  ...more,
});

const committee = { type: 'ward-committee' };
const departments = {
  type: 'department',
  validTo: '2025-02-28',
  successor: 'SO-XD',
};

/** Power for all, water by ward (00090 claimed by two), and departments merged on 01/03/2025. */
export const city: DirectoryData = {
  agencies: [
    agency('CENTER', { type: 'center' }),
    agency('POWER'),
    agency('WATER-1'),
    agency('WATER-2'),
    agency('SO-GTVT', departments),
    agency('SO-XD', { type: 'department' }),
    agency('GONE', { validTo: '2020-12-31' }),
    agency('LATER', { validFrom: '2026-01-01' }),
    agency('LOOP-1', { validTo: '2020-12-31', successor: 'LOOP-2' }),
    agency('LOOP-2', { validTo: '2021-12-31', successor: 'LOOP-1' }),
    agency('UB-00070', { ...committee, ward: '00070', validFrom: '2025-07-01' }),
    agency('UB-00070-OLD', {
      ...committee,
      ward: '00070',
      validTo: '2025-06-30',
      successor: 'UB-00004',
    }),
    agency('UB-00004', { ...committee, ward: '00004', validFrom: '2025-07-01' }),
  ],
  serviceAreas: [
    area('POWER', 'power', 'all'),
    area('WATER-1', 'water', ['00070', '00090']),
    area('WATER-2', 'water', ['00004', '00090']),
    area('WATER-2', 'sewage', ['00070'], { validTo: '2025-07-31' }),
    area('WATER-1', 'sewage', ['00070'], { validFrom: '2025-08-01' }),
    area('SO-GTVT', 'roads', 'all'),
    area('SO-XD', 'roads', 'all'),
    area('POWER', 'lighting', 'all'),
    area('WATER-1', 'lighting', ['00004']),
    area('GONE', 'ferries', 'all'),
  ],
};
