import { describe, expect, it } from '@jest/globals';
import {
  judge,
  Recogniser,
  type Choice,
  type DiversionRules,
  type Recognised,
} from '../src/index.js';

const because = { vi: 'vì', en: 'because' };
const found = (certainty: 'sure' | 'likely', final = false): Recognised => ({
  procedure: 'denunciation',
  certainty,
  final,
  because,
});
const divert = (certainty: string, procedure = 'denunciation', final = false) => ({
  do: 'divert',
  procedure,
  certainty,
  final,
});
const ask = { do: 'ask', procedure: 'denunciation' };
const accept = { do: 'accept' };

describe('what follows', () => {
  it.each<[Recognised | null, Choice['value'] | null, boolean, object]>([
    [null, null, false, accept],
    [null, null, true, ask],
    [null, 'report', true, accept],
    [null, 'report', false, accept],
    [null, 'denunciation', false, divert('declared')],
    [null, 'formal_complaint', true, divert('declared', 'formal_complaint')],
    [found('likely'), null, false, ask],
    [found('likely'), null, true, ask],
    [found('likely'), 'report', false, accept],
    [found('likely'), 'report', true, accept],
    [found('likely'), 'denunciation', false, divert('likely')],
    [found('likely'), 'formal_complaint', false, divert('declared', 'formal_complaint')],
    [found('sure'), null, false, divert('sure')],
    [found('sure'), 'report', false, accept],
    [found('sure'), 'denunciation', false, divert('sure')],
    [found('sure', true), null, true, divert('sure', 'denunciation', true)],
    [found('sure', true), 'report', false, divert('sure', 'denunciation', true)],
    [found('sure', true), 'formal_complaint', false, divert('declared', 'formal_complaint')],
  ])('of %j, declared %s, category asks %s', (one, declared, check, verdict) => {
    expect(judge(one, declared, check)).toEqual(verdict);
  });
});

describe('rules', () => {
  const rules = (changes: Partial<DiversionRules>): Recogniser =>
    new Recogniser({
      groups: { word: ['tố cáo'], proof: ['ghi âm'], title: ['đơn tố cáo'] },
      ignore: [],
      rules: [],
      ...changes,
    });
  const rule = { id: 'one', procedure: 'denunciation', certainty: 'likely', because } as const;

  it.each([
    ['a group that is not there', { rules: [{ ...rule, all: ['nobody'] }] }],
    ['two gaps', { groups: { word: ['tôi ... tố ... cáo'] } }],
    ['a gap at the end', { ignore: ['tôi ...'] }],
    ['a sign', { groups: { word: ['tố-cáo'] } }],
    ['an empty word', { groups: { word: ['tố  cáo'] } }],
  ])('with %s are refused', (_, changes) => {
    expect(() => rules(changes)).toThrow();
  });

  it('hold by signals as by words', () => {
    const both = rules({ rules: [{ ...rule, all: ['word', 'proof'] }] });
    expect(both.recognise('Tôi tố cáo.')).toBeNull();
    expect(both.recognise('Tôi tố cáo.', ['proof'])?.certainty).toBe('likely');
    expect(both.recognise('Tôi tố cáo, có ghi âm.')?.certainty).toBe('likely');
  });

  it('begin where what is ignored ends', () => {
    const title = rules({
      ignore: ['kính gửi'],
      rules: [{ ...rule, all: [], start: 'title', unless: ['proof'] }],
    });
    expect(title.recognise('Kính gửi: đơn tố cáo')).not.toBeNull();
    expect(title.recognise('Gửi đơn tố cáo')).toBeNull();
    expect(title.recognise('Đơn tố cáo, có ghi âm')).toBeNull();
    expect(title.recognise('')).toBeNull();
  });

  it('are quick with whatever is written', () => {
    const gap = rules({ groups: { word: ['tôi ... tố'] }, rules: [{ ...rule, all: ['word'] }] });
    const since = process.cpuUsage();
    for (const text of [
      'tôi '.repeat(1000),
      'tố '.repeat(1300),
      'a'.repeat(4000),
      '…'.repeat(4000),
    ])
      gap.recognise(text);
    expect(process.cpuUsage(since).user / 1e6).toBeLessThan(2);
  });
});
