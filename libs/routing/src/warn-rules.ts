import { Directory } from './directory.js';
import { overlapsOf } from './overlap.js';
import { resolve } from './resolve.js';
import type { DirectoryData, RoutingRule, RuleSet, Target, Words } from './types.js';

/** What may be meant, and should be looked at before it is published. */
export interface RuleWarning {
  rule: string;
  code: 'overlapping' | 'agency-without-cover';
  detail: Words;
  /** The other rule of an overlap. */
  other?: string;
  /** Where nobody would lead. */
  wards?: string[];
}

/** What a rule set is held against; `date` is the local day from which it would hold. */
export interface WarningScope {
  categories: readonly string[];
  wards: readonly string[];
  date: string;
}

/** Overlapping rules and places without a lead. The set must have passed `checkRules`. */
export function warnRules(
  ruleSet: RuleSet,
  data: DirectoryData,
  scope: WarningScope,
): RuleWarning[] {
  const directory = new Directory(data);
  const zones = ruleSet.zones ?? {};
  return ruleSet.rules.flatMap((rule, at) => [
    ...overlapsOf(rule, ruleSet.rules.slice(0, at), scope.categories, zones).map((first) =>
      overlapping(rule, first),
    ),
    ...uncovered(rule, directory, scope),
  ]);
}

function overlapping({ id }: RoutingRule, first: RoutingRule): RuleWarning {
  const vi = `Quy tắc ${first.id} và ${id} cùng khớp với một số phản ánh nhưng chuyển đến hai nơi khác nhau; ${first.id} đứng trước nên được dùng.`;
  const en = `Rules ${first.id} and ${id} both match some complaints and lead to different agencies; ${first.id} comes first and is used.`;
  return { rule: id, code: 'overlapping', detail: { vi, en }, other: first.id };
}

const SHOWN = 20;

function uncovered(rule: RoutingRule, directory: Directory, scope: WarningScope): RuleWarning[] {
  if ('agency' in rule.lead) return standingFault(rule, rule.lead.agency, directory, scope.date);
  const wards = (rule.when.wards ?? scope.wards).filter(
    (ward) => !leadIn(directory, rule.lead, ward, scope.date),
  );
  if (wards.length === 0) return [];
  const what = nameOf(rule.lead);
  const listed = wards.slice(0, SHOWN).join(', ') + (wards.length > SHOWN ? ', …' : '');
  const vi = `Từ ngày ${scope.date}, ${wards.length} phường, xã không có đúng một ${what.vi}: ${listed}. Phản ánh ở đó về bộ phận tiếp nhận.`;
  const en = `From ${scope.date}, ${wards.length} wards do not have exactly one ${what.en}: ${listed}. Complaints there go to triage.`;
  return [{ rule: rule.id, code: 'agency-without-cover', detail: { vi, en }, wards }];
}

const leadIn = (directory: Directory, target: Target, ward: string, date: string): boolean =>
  resolve(directory, target, { role: 'lead', ward, date }).agency !== null;

function standingFault(
  { id }: RoutingRule,
  code: string,
  directory: Directory,
  date: string,
): RuleWarning[] {
  const { agency, why } = directory.standing(code, date, 'lead');
  if (agency) return [];
  const detail = why.at(-1) ?? { vi: `Chủ trì: ${code}.`, en: `Lead: ${code}.` };
  return [{ rule: id, code: 'agency-without-cover', detail }];
}

function nameOf(target: Target): Words {
  if ('service' in target)
    return { vi: `đơn vị “${target.service}”`, en: `provider of “${target.service}”` };
  const type = 'type' in target ? target.type : target.agency;
  return { vi: `cơ quan loại “${type}”`, en: `agency of type “${type}”` };
}
