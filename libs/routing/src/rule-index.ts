import { coversCategory, isOpen } from './category-pattern.js';
import type { CompiledRule } from './conditions.js';

/** The rules that may apply to a category, in the order of the rule set. */
export class RuleIndex {
  private readonly byCode = new Map<string, CompiledRule[]>();
  private readonly open: CompiledRule[];
  private readonly anyCategory: CompiledRule[];

  constructor(rules: CompiledRule[]) {
    this.anyCategory = rules.filter(({ rule }) => !rule.when.categories);
    this.open = rules.filter(({ rule }) => rule.when.categories?.some(isOpen) ?? true);
    const codes = rules.flatMap(({ rule }) => rule.when.categories ?? []);
    for (const code of new Set(codes.filter((pattern) => !isOpen(pattern)))) {
      this.byCode.set(
        code,
        rules.filter((rule) => covers(rule, code)),
      );
    }
  }

  candidates(category: string | null): readonly CompiledRule[] {
    if (category === null) return this.anyCategory;
    return this.byCode.get(category) ?? this.open.filter((rule) => covers(rule, category));
  }
}

function covers({ rule }: CompiledRule, code: string): boolean {
  return rule.when.categories?.some((pattern) => coversCategory(pattern, code)) ?? true;
}
