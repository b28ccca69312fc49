import { shapeFaults } from './check-shape.js';
import { compileRule, type Match } from './conditions.js';
import { conductFirst } from './conflict-sentences.js';
import { type Choice, type Chosen, withoutConflict } from './conflict.js';
import { Directory } from './directory.js';
import { BrokenRuleSet } from './errors.js';
import { Hierarchy } from './hierarchy.js';
import { localMomentIn, type LocalMoment } from './local-date.js';
import { searchable } from './phrases.js';
import { type Question, resolve } from './resolve.js';
import { RuleIndex } from './rule-index.js';
import * as say from './sentences.js';
import type {
  DecisionFacts,
  DirectoryData,
  RoutingDecision,
  RoutingFacts,
  RoutingRule,
  RuleSet,
  Words,
} from './types.js';

/** Subtracted from a rule's confidence when the ward is unknown though the lead did not need it. */
export const WITHOUT_PLACE = 0.1;

export interface Router {
  /**
   * The same facts always give the same decision. `on` is the local day whose agencies are asked, that of the facts
   * when absent.
   * @throws InvalidInstant when `at` is no ISO instant with offset
   */
  route(facts: RoutingFacts, on?: string): RoutingDecision;
}

export interface RouterOptions {
  timeZone: string;
  /** Gives texts that count as the same one form: case, tone marks, spelling. */
  fold: (text: string) => string;
}

/**
 * Prepares one version of the rules for many decisions. Later changes of the arguments are not seen.
 * @throws BrokenRuleSet, DuplicateAgency, RangeError for an unknown time zone
 */
export function compileRouter(
  ruleSet: RuleSet,
  directoryData: DirectoryData,
  options: RouterOptions,
): Router {
  const [broken] = shapeFaults(ruleSet);
  if (broken) throw new BrokenRuleSet(broken.rule, broken.detail.en);
  const { version, assignAt, conflict, zones, rules } = structuredClone(ruleSet);
  const directory = new Directory(structuredClone(directoryData));
  const hierarchy = new Hierarchy(directoryData.agencies);
  const index = new RuleIndex(rules.map((rule) => compileRule(rule, options.fold, zones)));
  const momentOf = localMomentIn(options.timeZone);

  return {
    route(facts, on) {
      const moment = momentOf(facts.at);
      const date = on ?? moment.date;
      const found = firstMatch(index, facts, moment, options.fold);
      const chosen = found ? chosenBy(found.rule, directory, facts.ward, date) : nobody;
      const scene = { rule: conflict, directory, hierarchy, date };
      const { lead, supporting, why: kept, unseen } = withoutConflict(chosen, facts, scene);
      const verdict = judge(found?.rule ?? null, lead.code, facts.ward, { assignAt, unseen });
      const category = facts.category && directory.nameOf('categories', facts.category);
      const grounds = found ? groundsOf(found, version) : [say.noRule(category || null, version)];
      const reasons = [
        ...grounds,
        ...kept,
        ...lead.why,
        ...supporting.flatMap(({ why }) => why),
        ...verdict.why,
      ];
      return {
        lead: lead.code,
        supporting: supporting.flatMap(({ code }) => code ?? []),
        confidence: verdict.confidence,
        assign: verdict.assign,
        rule: found?.rule.id ?? null,
        ruleSet: version,
        reasons: distinct(reasons),
        facts: lookedAt(facts, found),
      };
    },
  };
}

const nobody: Chosen = { lead: { code: null, why: [] }, supporting: [] };

function chosenBy(
  rule: RoutingRule,
  directory: Directory,
  ward: string | null,
  date: string,
): Chosen {
  const { agency, why } = resolve(directory, rule.lead, { role: 'lead', ward, date });
  const lead = { code: agency?.code ?? null, why };
  const question: Question = { role: 'supporting', ward, date };
  return { lead, supporting: resolveSupporting(directory, rule, lead.code, question) };
}

interface Found extends Match {
  rule: RoutingRule;
}

const groundsOf = ({ rule, phrase, zone }: Found, version: number): Words[] => [
  say.byRule(rule, version),
  ...(phrase === null ? [] : [say.phraseFound(phrase)]),
  ...(zone === null ? [] : [say.inZone(zone)]),
  ...(rule.when.time ? [say.atThatTime] : []),
];

/** An answer may be free text: only those that the rule itself names are kept. */
function lookedAt(facts: RoutingFacts, found: Found | null): DecisionFacts {
  const { category, kind, urgency, ward, filer, at, answers } = facts;
  const asked = Object.keys(found?.rule.when.answers ?? {});
  const given = Object.fromEntries(asked.map((question) => [question, String(answers[question])]));
  return { category, kind, urgency, ward, filer, at, answers: given, zone: found?.zone ?? null };
}

function firstMatch(
  index: RuleIndex,
  facts: RoutingFacts,
  moment: LocalMoment,
  fold: (text: string) => string,
): Found | null {
  let folded: string | undefined;
  // Folding costs more than all the rest, and few rules ask for words.
  const text = () => (folded ??= searchable(facts.text, fold));
  for (const { rule, match } of index.candidates(facts.category)) {
    const matched = match(facts, { text, moment });
    if (matched) return { rule, ...matched };
  }
  return null;
}

function resolveSupporting(
  directory: Directory,
  rule: RoutingRule,
  lead: string | null,
  question: Question,
): Choice[] {
  const codes = new Set<string | null>([lead]);
  return (rule.supporting ?? []).flatMap((target) => {
    const { agency, why } = resolve(directory, target, question);
    const code = agency?.code ?? null;
    if (code !== null && codes.has(code)) return [];
    codes.add(code);
    return [{ code, why }];
  });
}

function judge(
  rule: RoutingRule | null,
  lead: string | null,
  ward: string | null,
  { assignAt, unseen }: { assignAt: number; unseen: boolean },
): { confidence: number; assign: boolean; why: Words[] } {
  if (lead === null) return { confidence: 0, assign: false, why: [say.withoutLead] };
  const given = rule?.confidence ?? 0;
  const confidence = ward === null ? withoutPlace(given) : given;
  const sure = confidence >= assignAt;
  const verdict = sure ? say.assignedAtOnce : say.belowThreshold;
  const why = ward === null && rule ? [say.lowered(given, confidence)] : [];
  const because = sure && !unseen ? conductFirst : verdict(confidence, assignAt);
  return { confidence, assign: sure && unseen, why: [...why, because] };
}

/** Rounded, so that 0.9 - 0.1 reaches a threshold of 0.8. */
const withoutPlace = (confidence: number): number =>
  Math.max(0, Math.round((confidence - WITHOUT_PLACE) * 10_000) / 10_000);

function distinct(reasons: Words[]): Words[] {
  return [...new Map(reasons.map((reason) => [reason.vi, reason])).values()];
}
