import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type NamedAgency,
  type RuleSet,
  type ServiceArea,
  compileRecogniser,
  compileRouter,
  Hierarchy,
} from '#routing';
import { fold } from '#vietnamese';

interface Area {
  code: string;
  name: { vi: string; en: string };
  parent: string | null;
}
interface Sample {
  id: string;
  submittedAt: string;
  complaint: { text: string; place: { ward?: string } | null };
}

const load = <T>(file: string) =>
  JSON.parse(readFileSync(join(process.cwd(), 'data', 'hanoi', file), 'utf8')) as T;

const areas = load<Area[]>('areas.json');
const agencies = load<NamedAgency[]>('agencies.json');
const serviceAreas = load<ServiceArea[]>('service-areas.json');
const categories = load<{ code: string; kind: string }[]>('categories.json');
const rules = load<RuleSet>('routing.json');
const samples = load<Sample[]>('demo/samples.json');

describe('whom a complaint is about', () => {
  const options = { timeZone: 'Asia/Ho_Chi_Minh', fold };
  const at = '2026-03-10T09:00:00+07:00';
  const hierarchy = new Hierarchy(agencies);
  const router = compileRouter(rules, { agencies, serviceAreas }, options);
  const named = areas.filter(({ parent }) => parent !== null);
  const { recogniseAbout } = compileRecogniser(
    rules.conflict,
    { agencies, serviceAreas, wards: named },
    options,
  );
  const conductOf = (about: string, category = 'CV-01') =>
    router.route({
      about,
      category,
      at,
      kind: 'conduct',
      urgency: 'normal',
      ward: '00256',
      point: null,
      filer: null,
      text: '',
      answers: {},
    });

  it('never has it, nor does anybody beneath, and somebody else always does', () => {
    const conduct = categories.filter(({ kind }) => kind === 'conduct').map(({ code }) => code);
    for (const { code: about } of agencies) {
      const barred = hierarchy.barredBy(about);
      for (const category of conduct) {
        const { lead, supporting } = conductOf(about, category);
        expect([about, [lead ?? '', ...supporting].filter((code) => barred.has(code))]).toEqual([
          about,
          [],
        ]);
        expect([about, lead !== null]).toEqual([about, about !== 'UBNDTP']);
      }
    }
  });

  it.each([
    ['UBND-00256', 'SNV', []],
    ['HAPULICO', 'SNV', ['SXD']],
    ['CA-00256', 'SNV', ['CATP']],
    ['CATP', 'SNV', []],
    ['SNV', 'TTTP', []],
    ['TTTP', 'VPUB', ['SNV']],
    ['VPUB', 'SNV', []],
    ['TTHT', 'SNV', []],
    ['BHXH', 'SNV', []],
    ['UBNDTP', null, []],
  ])('%s is looked into by %s', (about, lead, supporting) => {
    expect(conductOf(about)).toMatchObject({ lead, supporting, assign: false });
  });

  it('is told by the full name of every agency', () => {
    for (const { code, name, validTo, successor } of agencies) {
      const text = `Cán bộ của ${name.vi} quát mắng người dân.`;
      const found = recogniseAbout({ text, ward: null, at })?.agency;
      expect([name.vi, found]).toEqual([name.vi, validTo === null ? code : successor]);
    }
  });

  it.each([
    ['S070', 'UBND-10489'],
    ['S071', null],
    ['S073', 'UBND-00619'],
  ])('in sample %s is %s', (id, code) => {
    const sample = samples.find((one) => one.id === id);
    if (!sample) throw new Error(`no sample ${id}`);
    const told = {
      text: sample.complaint.text,
      ward: sample.complaint.place?.ward ?? null,
      at: sample.submittedAt,
    };
    expect(recogniseAbout(told)?.agency ?? null).toBe(code);
  });

  it.each([
    ['Anh CSGT chặn xe rồi gợi ý đưa tiền', 'CSGT'],
    ['Kính gửi Sở Nội vụ, cán bộ UBND phường Hai Bà Trưng đi muộn về sớm', 'UBND-00256'],
    ['Nhân viên EVNHANOI ghi số điện cáu gắt', 'EVNHANOI'],
    ['Bảo vệ trung tâm quát tôi', null],
    ['Tôi thuê nhà, chủ nhà rất hách dịch', null],
  ])('%s: %s', (text, code) => {
    expect(recogniseAbout({ text, ward: null, at })?.agency ?? null).toBe(code);
  });
});
