import { describe, expect, it } from '@jest/globals';
import {
  DuplicateAgency,
  InvalidInstant,
  type RoutingFacts,
  type RoutingRule,
  type Target,
  compileRouter,
} from '../src/index.js';
import { agency, city, facts, options, rule, ruleSet } from './city.js';

const route = (rules: RoutingRule[], about: Partial<RoutingFacts> = {}, assignAt = 0.8) =>
  compileRouter(ruleSet(rules, assignAt), city, options).route(facts(about));

const leadOf = (lead: Target, about: Partial<RoutingFacts> = {}) =>
  route([rule('R', { lead })], about);

const vi = ({ reasons }: { reasons: { vi: string }[] }) => reasons.map((reason) => reason.vi);

describe('choosing a rule', () => {
  const rules = [
    rule('night', { when: { categories: ['TN-01'], words: ['ngập sâu'] } }),
    rule('drains', { when: { categories: ['TN-*'], kinds: ['report'] } }),
    rule('urgent', { when: { urgencies: ['urgent'] } }),
    rule('lamp', { when: { categories: ['CS-01'], answers: { where: ['alley'], all: ['true'] } } }),
    rule('ward', { when: { categories: ['CS-*'], wards: ['00004'] } }),
  ];
  const chosen = (about: Partial<RoutingFacts>) => route(rules, about).rule;

  it('takes the first that holds, in the order of the set', () => {
    expect(chosen({ category: 'TN-01', text: 'Đường NGẬP  SÂU, xe chết máy' })).toBe('night');
    expect(chosen({ category: 'TN-01', text: 'ngập nhẹ' })).toBe('drains');
    expect(chosen({ category: 'TN-09' })).toBe('drains');
    expect(chosen({ category: 'TN-01', kind: 'praise', urgency: 'urgent' })).toBe('urgent');
  });

  it('finds phrases only as whole syllables, and says which', () => {
    const inText = (text: string) => chosen({ category: 'TN-01', kind: 'question', text });
    expect(inText('ngap sau!')).toBe('night');
    expect(inText('(ngập sâu)')).toBe('night');
    expect(inText('ngập sâuu rồi ngập sâu')).toBe('night');
    expect(inText('ngập sâuu')).toBeNull();
    expect(inText('bngập sâu')).toBeNull();
    expect(vi(route(rules, { category: 'TN-01', text: 'ngap sau' }))).toContain(
      'Nội dung có cụm từ “ngập sâu”.',
    );
  });

  it('compares answers as written, every question asked', () => {
    expect(chosen({ category: 'CS-01', answers: { where: 'alley', all: true } })).toBe('lamp');
    expect(chosen({ category: 'CS-01', answers: { where: 'alley' } })).toBeNull();
    expect(chosen({ category: 'CS-01', answers: { where: 'street', all: true } })).toBeNull();
  });

  it('knows wards, and does not match a missing one', () => {
    expect(chosen({ category: 'CS-01', ward: '00004' })).toBe('ward');
    expect(chosen({ category: 'CS-01', ward: null })).toBeNull();
  });

  it('without a category uses only rules that ask for none', () => {
    expect(chosen({ category: null, urgency: 'urgent' })).toBe('urgent');
    const nothing = route(rules, { category: null });
    expect(nothing).toMatchObject({ rule: null, lead: null, confidence: 0, assign: false });
    expect(vi(nothing)[0]).toContain('Chưa rõ lĩnh vực');
  });

  it('says when no rule matches', () => {
    expect(vi(route(rules, { category: 'GD-01' }))).toEqual([
      'Không quy tắc nào của bộ quy tắc số 3 khớp với phản ánh thuộc lĩnh vực GD-01.',
      'Chưa phân công: chuyên viên tiếp nhận chọn cơ quan chủ trì.',
    ]);
  });

  it('never holds an empty list to be met', () => {
    expect(route([rule('none', { when: { kinds: [] } })]).rule).toBeNull();
    expect(route([rule('blank', { when: { words: [' '] } })], { text: 'a b' }).rule).toBeNull();
  });
});

describe('finding the agency', () => {
  it('explains a service area in both languages', () => {
    const { facts: _, ...decision } = leadOf({ service: 'water' });
    expect(decision).toEqual({
      lead: 'WATER-1',
      supporting: [],
      confidence: 0.9,
      assign: true,
      rule: 'R',
      ruleSet: 3,
      reasons: [
        {
          vi: 'Theo quy tắc R (bộ quy tắc số 3): lý do của R.',
          en: 'By rule R (rule set 3): the reason of R.',
        },
        {
          vi: 'Chủ trì: Đơn vị WATER-1, vì địa bàn 00070 thuộc vùng phục vụ “water” của đơn vị này.',
          en: 'Lead: Unit WATER-1, because ward 00070 is in its service area for “water”.',
        },
        {
          vi: 'Phân công ngay: độ tin cậy 0,9 đạt mức 0,8.',
          en: 'Assigned at once: confidence 0.9 reaches 0.8.',
        },
      ],
    });
  });

  it('chooses nobody by chance among several', () => {
    const decision = leadOf({ service: 'water' }, { ward: '00090' });
    expect(decision).toMatchObject({ lead: null, confidence: 0, assign: false });
    expect(vi(decision)[1]).toBe(
      'Chủ trì: chưa xác định được, vì dịch vụ “water” tại địa bàn 00090 có nhiều đơn vị: Đơn vị WATER-1; Đơn vị WATER-2.',
    );
    expect(leadOf({ service: 'lighting' }, { ward: '00004' }).lead).toBeNull();
  });

  it('says that nobody serves', () => {
    expect(leadOf({ service: 'water' }, { ward: '99999' }).lead).toBeNull();
    expect(vi(leadOf({ service: 'unknown' }))[1]).toContain('không đơn vị nào');
    expect(vi(leadOf({ service: 'ferries' }))[1]).toContain('không rõ cơ quan kế thừa');
  });

  it('changes the service area at local midnight, both ends inclusive', () => {
    expect(leadOf({ service: 'sewage' }, { at: '2025-07-31T16:59:59Z' }).lead).toBe('WATER-2');
    expect(leadOf({ service: 'sewage' }, { at: '2025-07-31T17:00:00Z' }).lead).toBe('WATER-1');
    expect(leadOf({ service: 'sewage' }, { at: '2025-07-31T23:59+07:00' }).lead).toBe('WATER-2');
  });

  it('finds the committee of the ward, the living one before heirs', () => {
    expect(leadOf({ type: 'ward-committee' }).lead).toBe('UB-00070');
    expect(vi(leadOf({ type: 'ward-committee' }))[1]).toBe(
      'Chủ trì: Đơn vị UB-00070, cơ quan loại “ward-committee” của địa bàn 00070.',
    );
    const before = leadOf({ type: 'ward-committee' }, { at: '2025-06-30T10:00:00+07:00' });
    expect(before.lead).toBe('UB-00070-OLD');
    expect(leadOf({ type: 'ward-committee' }, { ward: '99999' }).lead).toBeNull();
  });

  it('follows a successor and says so', () => {
    const decision = leadOf({ agency: 'SO-GTVT' });
    expect(decision.lead).toBe('SO-XD');
    expect(vi(decision)).toContain(
      'Đơn vị SO-GTVT hoạt động đến hết ngày 28/02/2025; Đơn vị SO-XD kế thừa.',
    );
    const before = leadOf({ agency: 'SO-GTVT' }, { at: '2025-02-28T23:00:00+07:00' });
    expect(before.lead).toBe('SO-GTVT');
  });

  it('counts a predecessor and its heir as one', () => {
    expect(leadOf({ service: 'roads' }).lead).toBe('SO-XD');
    const before = leadOf({ service: 'roads' }, { at: '2025-01-15T08:00:00Z' });
    expect(before.lead).toBeNull();
  });

  it.each([
    ['GONE', 'không rõ cơ quan kế thừa'],
    ['LATER', 'chỉ hoạt động từ ngày 01/01/2026'],
    ['LOOP-1', 'không rõ cơ quan kế thừa'],
    ['NOBODY', 'danh bạ không có cơ quan mã NOBODY'],
  ])('leaves %s unresolved', (code, because) => {
    const decision = leadOf({ agency: code });
    expect(decision.lead).toBeNull();
    expect(vi(decision).join(' ')).toContain(because);
  });
});

describe('without a place', () => {
  const nowhere = { ward: null };

  it('asks for the place where the target needs it', () => {
    for (const lead of [
      { service: 'water' },
      { type: 'ward-committee' },
      { service: 'lighting' },
    ]) {
      const decision = leadOf(lead, nowhere);
      expect(decision.lead).toBeNull();
      expect(vi(decision)[1]).toContain('thiếu địa điểm');
    }
  });

  it('finds who serves the whole city alone, a little less sure', () => {
    const decision = leadOf({ service: 'power' }, nowhere);
    expect(decision).toMatchObject({ lead: 'POWER', confidence: 0.8, assign: true });
    expect(vi(decision)).toContain('Độ tin cậy giảm từ 0,9 xuống 0,8 vì thiếu địa điểm.');
  });

  it('names several who claim the whole city', () => {
    const decision = leadOf({ service: 'roads' }, { ward: null, at: '2025-01-15T08:00:00Z' });
    expect(vi(decision)[1]).toContain('có nhiều đơn vị: Đơn vị SO-GTVT; Đơn vị SO-XD');
  });

  it('never goes below zero', () => {
    expect(route([rule('R', { confidence: 0.05 })], nowhere).confidence).toBe(0);
  });
});

describe('assigning', () => {
  it('waits for an operator below the threshold, and says so', () => {
    const decision = route([rule('R', { confidence: 0.6 })]);
    expect(decision).toMatchObject({ lead: 'CENTER', assign: false, confidence: 0.6 });
    expect(decision.reasons.at(-1)).toEqual({
      vi: 'Chưa phân công ngay: độ tin cậy 0,6 dưới mức 0,8.',
      en: 'Not assigned at once: confidence 0.6 is below 0.8.',
    });
  });

  it('lists supporting agencies once, without the lead, and explains those left out', () => {
    const supporting: Target[] = [
      { service: 'water' },
      { agency: 'SO-GTVT' },
      { agency: 'SO-XD' },
      { type: 'ward-committee' },
      { agency: 'GONE' },
    ];
    const decision = route([rule('R', { lead: { service: 'water' }, supporting })]);
    expect(decision.supporting).toEqual(['SO-XD', 'UB-00070']);
    expect(vi(decision)).toContain('Phối hợp: Đơn vị SO-XD, do quy tắc nêu đích danh.');
    expect(vi(decision).at(-2)).toMatch(/^Phối hợp: chưa xác định được, vì Đơn vị GONE/);
  });
});

describe('arguments', () => {
  it.each(['2025-08-01', '2025-08-01T09:00:00', '2025-13-01T09:00:00Z', ''])(
    'refuses the instant %p',
    (at) => expect(() => leadOf({ agency: 'POWER' }, { at })).toThrow(InvalidInstant),
  );

  it('refuses two agencies of one code and an unknown zone', () => {
    const twice = { agencies: [agency('A'), agency('A')], serviceAreas: [] };
    expect(() => compileRouter(ruleSet([]), twice, options)).toThrow(DuplicateAgency);
    const mars = { ...options, timeZone: 'Mars/Olympus' };
    expect(() => compileRouter(ruleSet([]), city, mars)).toThrow(RangeError);
  });

  it('does not see later changes of the rules', () => {
    const rules = [rule('R')];
    const router = compileRouter(ruleSet(rules), city, options);
    rules.length = 0;
    expect(router.route(facts()).rule).toBe('R');
  });
});
