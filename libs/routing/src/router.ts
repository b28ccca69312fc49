import { compileRule } from './conditions.js';
import { Directory } from './directory.js';
import { localDateIn } from './local-date.js';
import { searchable } from './phrases.js';
import { type Question, resolve } from './resolve.js';
import { RuleIndex } from './rule-index.js';
import * as say from './sentences.js';
import type {
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
  /** The same facts always give the same decision. @throws InvalidInstant when `at` is no ISO instant with offset */
  route(facts: RoutingFacts): RoutingDecision;
}

export interface RouterOptions {
  timeZone: string;
  /** Gives texts that count as the same one form: case, tone marks, spelling. */
  fold: (text: string) => string;
}

/**
 * Prepares one version of the rules for many decisions. Later changes of the arguments are not seen.
 * @throws DuplicateAgency, RangeError for an unknown time zone
 */
export function compileRouter(
  ruleSet: RuleSet,
  directoryData: DirectoryData,
  options: RouterOptions,
): Router {
  const { version, assignAt, rules } = structuredClone(ruleSet);
  const directory = new Directory(structuredClone(directoryData));
  const index = new RuleIndex(rules.map((rule) => compileRule(rule, options.fold)));
  const localDate = localDateIn(options.timeZone);

  return {
    route(facts) {
      const date = localDate(facts.at);
      const found = firstMatch(index, facts, options.fold);
      if (!found) return unrouted(version, facts);
      const { rule, phrase } = found;
      const lead = resolve(directory, rule.lead, { role: 'lead', ward: facts.ward, date });
      const code = lead.agency?.code ?? null;
      const supporting = resolveSupporting(directory, rule, code, {
        role: 'supporting',
        ward: facts.ward,
        date,
      });
      const { confidence, assign, why } = judge(rule, code, facts.ward, assignAt);
      const reasons = [
        say.byRule(rule, version),
        ...(phrase === null ? [] : [say.phraseFound(phrase)]),
        ...lead.why,
        ...supporting.why,
        ...why,
      ];
      return {
        lead: code,
        supporting: supporting.codes,
        confidence,
        assign,
        rule: rule.id,
        ruleSet: version,
        reasons: distinct(reasons),
      };
    },
  };
}

function firstMatch(
  index: RuleIndex,
  facts: RoutingFacts,
  fold: (text: string) => string,
): { rule: RoutingRule; phrase: string | null } | null {
  let folded: string | undefined;
  // Folding costs more than all the rest, and few rules ask for words.
  const text = () => (folded ??= searchable(facts.text, fold));
  for (const { rule, match } of index.candidates(facts.category)) {
    const matched = match(facts, text);
    if (matched) return { rule, phrase: matched.phrase };
  }
  return null;
}

function unrouted(ruleSet: number, facts: RoutingFacts): RoutingDecision {
  const reasons = [say.noRule(facts.category, ruleSet), say.withoutLead];
  return { lead: null, supporting: [], confidence: 0, assign: false, rule: null, ruleSet, reasons };
}

function resolveSupporting(
  directory: Directory,
  rule: RoutingRule,
  lead: string | null,
  question: Question,
): { codes: string[]; why: Words[] } {
  const codes = new Set<string>();
  const why: Words[] = [];
  for (const target of rule.supporting ?? []) {
    const standing = resolve(directory, target, question);
    const code = standing.agency?.code;
    if (code !== undefined && (code === lead || codes.has(code))) continue;
    if (code !== undefined) codes.add(code);
    why.push(...standing.why);
  }
  return { codes: [...codes], why };
}

function judge(
  rule: RoutingRule,
  lead: string | null,
  ward: string | null,
  assignAt: number,
): { confidence: number; assign: boolean; why: Words[] } {
  if (lead === null) return { confidence: 0, assign: false, why: [say.withoutLead] };
  const confidence = ward === null ? withoutPlace(rule.confidence) : rule.confidence;
  const assign = confidence >= assignAt;
  const verdict = assign ? say.assignedAtOnce : say.belowThreshold;
  const why = ward === null ? [say.lowered(rule.confidence, confidence)] : [];
  return { confidence, assign, why: [...why, verdict(confidence, assignAt)] };
}

/** Rounded, so that 0.9 - 0.1 reaches a threshold of 0.8. */
const withoutPlace = (confidence: number): number =>
  Math.max(0, Math.round((confidence - WITHOUT_PLACE) * 10_000) / 10_000);

function distinct(reasons: Words[]): Words[] {
  return [...new Map(reasons.map((reason) => [reason.vi, reason])).values()];
}
