import { coversCategory } from './category-pattern.js';
import { checkConflict } from './check-conflict.js';
import { type ShapeFault, shapeFaults } from './check-shape.js';
import { shadowedBy } from './subsumption.js';
import type { DirectoryData, RoutingRule, RuleSet, Target, Words } from './types.js';

/** `rule` is null for what is wrong with the set or the directory as a whole. */
export interface RuleProblem {
  rule: string | null;
  code:
    | 'unknown-agency'
    | 'unknown-service'
    | 'unknown-type'
    | 'unreachable'
    | 'category-matches-nothing'
    | 'empty-condition'
    | 'confidence-out-of-range'
    | 'duplicate-id'
    | 'no-oversight'
    | ShapeFault['code'];
  detail: Words;
}

type Finding = Omit<RuleProblem, 'rule'>;

/**
 * What would make rules fail or never apply, in the order of the rules; `categories` are all known codes. A set that
 * cannot be read is not looked at further.
 */
export function checkRules(
  ruleSet: RuleSet,
  directory: DirectoryData,
  categories: readonly string[],
): RuleProblem[] {
  const broken = shapeFaults(ruleSet);
  if (broken.length > 0) return broken;
  const names = namesIn(directory);
  const findings = ruleSet.rules.map((rule, at) => {
    const earlier = ruleSet.rules.slice(0, at);
    return [
      ...checkId(rule, earlier),
      ...checkConfidence(rule.confidence),
      ...[rule.lead, ...(rule.supporting ?? [])].flatMap((target) => checkTarget(target, names)),
      ...checkConditions(rule, categories),
      ...checkReach(rule, earlier, categories),
    ].map((finding) => ({ rule: rule.id, ...finding }));
  });
  const general = [
    ...checkConfidence(ruleSet.assignAt),
    ...checkDirectory(directory, names),
    ...conflictFindings(ruleSet.conflict, names),
  ];
  return [...general.map((finding) => ({ rule: null, ...finding })), ...findings.flat()];
}

interface Names {
  agencies: Set<string>;
  services: Set<string>;
  types: Set<string>;
}

function namesIn({ agencies, serviceAreas }: DirectoryData): Names {
  return {
    agencies: new Set(agencies.map(({ code }) => code)),
    services: new Set(serviceAreas.map(({ service }) => service)),
    types: new Set(agencies.filter(({ ward }) => ward !== null).map(({ type }) => type)),
  };
}

function checkTarget(target: Target, names: Names): Finding[] {
  if ('agency' in target) {
    return names.agencies.has(target.agency) ? [] : [unknownAgency(target.agency)];
  }
  if ('service' in target) {
    if (names.services.has(target.service)) return [];
    const { service } = target;
    const vi = `Không đơn vị nào phụ trách dịch vụ “${service}”.`;
    return [{ code: 'unknown-service', detail: { vi, en: `Nobody provides “${service}”.` } }];
  }
  return names.types.has(target.type) ? [] : [unknownType(target.type)];
}

function unknownType(type: string): Finding {
  const vi = `Không địa bàn nào có cơ quan loại “${type}”.`;
  return { code: 'unknown-type', detail: { vi, en: `No ward has an agency of type “${type}”.` } };
}

function unknownAgency(code: string): Finding {
  return {
    code: 'unknown-agency',
    detail: { vi: `Danh bạ không có cơ quan mã ${code}.`, en: `There is no agency ${code}.` },
  };
}

function checkDirectory({ agencies, serviceAreas }: DirectoryData, names: Names): Finding[] {
  const named = [
    ...serviceAreas.map(({ agency }) => agency),
    ...agencies.flatMap(({ successor }) => (successor === null ? [] : [successor])),
  ];
  return [...new Set(named)].filter((code) => !names.agencies.has(code)).map(unknownAgency);
}

function conflictFindings(conflict: RuleSet['conflict'], names: Names): Finding[] {
  return checkConflict(conflict, names).map((fault) => {
    if ('agency' in fault) return unknownAgency(fault.agency);
    return 'type' in fault ? unknownType(fault.type) : fault;
  });
}

function checkId({ id }: RoutingRule, earlier: readonly RoutingRule[]): Finding[] {
  if (!earlier.some((other) => other.id === id)) return [];
  const detail = {
    vi: `Đã có quy tắc khác mang mã ${id}.`,
    en: `Another rule has the id ${id} already.`,
  };
  return [{ code: 'duplicate-id', detail }];
}

function checkConfidence(value: number): Finding[] {
  if (value >= 0 && value <= 1) return [];
  const detail = {
    vi: `Độ tin cậy ${value} không nằm trong khoảng 0 đến 1.`,
    en: `Confidence ${value} is not between 0 and 1.`,
  };
  return [{ code: 'confidence-out-of-range', detail }];
}

function checkConditions({ when }: RoutingRule, categories: readonly string[]): Finding[] {
  const { answers, time, ...lists } = when;
  const empty = Object.entries({ ...lists, ...answers, days: time?.days })
    .filter(([, values]) => values?.every((value) => String(value).trim() === ''))
    .map(([name]): Finding => {
      const vi = `Điều kiện “${name}” để trống nên không bao giờ thỏa mãn.`;
      const en = `Condition “${name}” is empty and never holds.`;
      return { code: 'empty-condition', detail: { vi, en } };
    });
  const nowhere = (when.categories ?? [])
    .filter((pattern) => !categories.some((code) => coversCategory(pattern, code)))
    .map((pattern): Finding => {
      const vi = `Không lĩnh vực nào khớp với “${pattern}”.`;
      return {
        code: 'category-matches-nothing',
        detail: { vi, en: `No category matches “${pattern}”.` },
      };
    });
  return [...empty, ...nowhere];
}

function checkReach(
  rule: RoutingRule,
  earlier: readonly RoutingRule[],
  categories: readonly string[],
): Finding[] {
  const ids = shadowedBy(rule, earlier, categories).map(({ id }) => id);
  if (ids.length === 0) return [];
  const detail = {
    vi: `Không bao giờ được dùng, vì quy tắc đứng trước đã bao trùm: ${ids.join(', ')}.`,
    en: `Never used, because earlier rules cover it: ${ids.join(', ')}.`,
  };
  return [{ code: 'unreachable', detail }];
}
