import { describe, expect, it } from '@jest/globals';
import {
  type DirectoryData,
  type RoutingFacts,
  type RoutingRule,
  checkRules,
  compileRouter,
} from '../src/index.js';
import { agency, facts, options, rule, ruleSet } from './city.js';

/** The city with its oversight, a department with a company and that company's yard, and one beside them all. */
const directory: DirectoryData = {
  agencies: [
    agency('CITY', { type: 'city' }),
    agency('CENTER', { parent: 'CITY', type: 'center' }),
    agency('HOME', { parent: 'CITY' }),
    agency('INSPECTORATE', { parent: 'CITY' }),
    agency('OFFICE', { parent: 'CITY' }),
    agency('ROADS', { parent: 'CITY' }),
    agency('LIGHTS', { parent: 'ROADS' }),
    agency('YARD', { parent: 'LIGHTS' }),
    agency('OLD-LIGHTS', { parent: 'CITY', validTo: '2024-12-31', successor: 'LIGHTS' }),
    agency('GONE', { parent: 'ROADS', validTo: '2024-12-31' }),
    agency('OF-GONE', { parent: 'GONE' }),
    agency('FREE'),
  ],
  serviceAreas: [],
};
const conflict = {
  top: 'CITY',
  oversight: ['HOME', 'INSPECTORATE', 'OFFICE'],
  instead: { INSPECTORATE: 'OFFICE' },
  asking: [],
  wardWords: [],
};

function route(lead: string, more: Partial<RoutingFacts>, supporting: string[] = []) {
  const rules: RoutingRule[] = [
    rule('one', {
      lead: { agency: lead },
      supporting: supporting.map((code) => ({ agency: code })),
    }),
  ];
  const router = compileRouter({ ...ruleSet(rules), conflict }, directory, options);
  return router.route(facts({ kind: 'conduct', ...more }));
}

const wordsOf = ({ reasons }: { reasons: { vi: string; en: string }[] }) =>
  reasons.map(({ vi, en }) => `${vi}\n${en}`).join('\n');

describe('a complaint about conduct', () => {
  it.each([
    [
      'of a company: the department above it, with home affairs',
      'LIGHTS',
      'FREE',
      'ROADS',
      ['HOME', 'FREE'],
    ],
    ['of a unit: the company above it', 'YARD', 'FREE', 'LIGHTS', ['HOME', 'FREE']],
    [
      'where home affairs was chosen: it leads, with the body above',
      'LIGHTS',
      'HOME',
      'HOME',
      ['ROADS'],
    ],
    ['of a department: home affairs, as the city itself is above', 'ROADS', 'LIGHTS', 'HOME', []],
    ['of an agency with nobody above: home affairs', 'FREE', 'FREE', 'HOME', []],
    ['of home affairs: the inspectorate', 'HOME', 'HOME', 'INSPECTORATE', []],
    ['of the inspectorate: whom the data name instead', 'INSPECTORATE', 'HOME', 'OFFICE', ['HOME']],
    ['of the center: home affairs', 'CENTER', 'CENTER', 'HOME', []],
    ['of the city itself: nobody beneath it', 'CITY', 'HOME', null, []],
    [
      'of one that another has succeeded: as of that one',
      'OLD-LIGHTS',
      'LIGHTS',
      'ROADS',
      ['HOME'],
    ],
    ['under a body that has ended: the next above', 'OF-GONE', 'OF-GONE', 'ROADS', ['HOME']],
  ])('%s', (_, about, chosen, lead, supporting) => {
    expect(route(chosen, { about })).toMatchObject({ lead, supporting });
  });

  it('keeps those complained of and their units from supporting', () => {
    const { supporting } = route('HOME', { about: 'ROADS' }, ['LIGHTS', 'YARD', 'ROADS', 'FREE']);
    expect(supporting).toEqual(['FREE']);
  });

  it('says who will not get it, and why the others do', () => {
    const said = wordsOf(route('FREE', { about: 'LIGHTS' }));
    expect(said).toContain('Phản ánh này về Đơn vị LIGHTS: không chuyển cho nơi đó');
    expect(said).toContain('This is about Unit LIGHTS: neither they nor any office under them');
    expect(said).toContain('Chủ trì: Đơn vị ROADS, cấp trên của nơi bị phản ánh.');
    expect(said).toContain('Phối hợp: Đơn vị HOME, cơ quan xem xét');
    expect(said).not.toContain('Chủ trì: Đơn vị FREE');
  });

  it('goes by itself only to oversight and the body above', () => {
    expect(route('HOME', { about: 'LIGHTS' }).assign).toBe(true);
    expect(route('HOME', { about: 'LIGHTS' }, ['FREE']).assign).toBe(false);
    expect(route('FREE', { about: 'LIGHTS' }).assign).toBe(false);
    expect(wordsOf(route('FREE', { about: 'LIGHTS' }))).toContain('an operator looks first');
  });

  it('of nobody knows whom goes nowhere by itself', () => {
    expect(route('HOME', {})).toMatchObject({ lead: 'HOME', assign: false });
    const unsure = route('LIGHTS', {}, ['HOME']);
    expect(unsure).toMatchObject({ lead: 'LIGHTS', supporting: ['HOME'], assign: false });
    expect(wordsOf(unsure)).toContain('Chưa rõ đơn vị bị phản ánh');
  });

  it('is led by somebody even when no rule holds', () => {
    const router = compileRouter({ ...ruleSet([]), conflict }, directory, options);
    expect(router.route(facts({ kind: 'conduct', about: 'LIGHTS' }))).toMatchObject({
      lead: 'ROADS',
      supporting: ['HOME'],
      assign: false,
      rule: null,
    });
  });
});

describe('another complaint', () => {
  it('goes where the rules say, when that is not whom it is about', () => {
    const other = route('FREE', { kind: 'report', about: 'ROADS' }, ['LIGHTS', 'OFFICE']);
    expect(other).toMatchObject({ lead: 'FREE', supporting: ['OFFICE'], assign: true });
    expect(route('LIGHTS', { kind: 'report' }).lead).toBe('LIGHTS');
  });

  it('goes to the body above when it is', () => {
    expect(route('LIGHTS', { kind: 'report', about: 'LIGHTS' })).toMatchObject({
      lead: 'ROADS',
      supporting: ['HOME'],
      assign: true,
    });
  });
});

describe('checkRules', () => {
  const problems = (changes: object) =>
    checkRules({ ...ruleSet([]), conflict: { ...conflict, ...changes } }, directory, []).map(
      ({ code, detail }) => `${code} ${detail.en}`,
    );

  it('wants oversight by agencies that there are', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ oversight: [] })).toEqual([expect.stringContaining('no-oversight')]);
    expect(problems({ top: 'X', oversight: ['Y'], instead: { Z: 'W' } })).toEqual(
      ['X', 'Y', 'Z', 'W'].map((code) => `unknown-agency There is no agency ${code}.`),
    );
    const wardWords = [{ type: 'harbour', words: ['cảng'] }];
    expect(problems({ wardWords })).toEqual([expect.stringContaining('unknown-type')]);
    const without = { ...ruleSet([]), conflict: undefined as never };
    expect(checkRules(without, directory, []).map(({ code }) => code)).toEqual(['broken-set']);
  });
});
