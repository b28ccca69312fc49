import { occurs, searchable } from './phrases.js';
import type { RoutingFacts, RoutingRule } from './types.js';

/** Why a rule holds beyond its category: the phrase that was found, as the rule writes it. */
export interface Match {
  phrase: string | null;
}

export interface CompiledRule {
  rule: RoutingRule;
  /** Conditions other than the category, which the index has settled. `text` is called only when words are asked for. */
  match(facts: RoutingFacts, text: () => string): Match | null;
}

export function compileRule(rule: RoutingRule, fold: (text: string) => string): CompiledRule {
  const { kinds, urgencies, wards, words, answers } = rule.when;
  const kindIn = memberOf(kinds);
  const urgencyIn = memberOf(urgencies);
  const wardIn = memberOf(wards);
  const answered = Object.entries(answers ?? {}).map(
    ([question, values]) => [question, new Set(values)] as const,
  );
  const phrases = words?.map((written) => ({ written, folded: searchable(written, fold) }));

  return {
    rule,
    match(facts, text) {
      if (!kindIn(facts.kind) || !urgencyIn(facts.urgency) || !wardIn(facts.ward)) return null;
      if (!answered.every(([question, values]) => holds(facts.answers, question, values)))
        return null;
      if (!phrases) return { phrase: null };
      const found = phrases.find(({ folded }) => occurs(folded, text()));
      return found ? { phrase: found.written } : null;
    },
  };
}

function memberOf(list: string[] | undefined): (value: string | null) => boolean {
  if (!list) return () => true;
  const members = new Set(list);
  return (value) => value !== null && members.has(value);
}

function holds(
  answers: RoutingFacts['answers'],
  question: string,
  values: ReadonlySet<string>,
): boolean {
  return Object.hasOwn(answers, question) && values.has(String(answers[question]));
}
