import type { Words } from '../calendar/days.ts';

export type Target = { agency: string } | { service: string } | { type: string };

export interface Rule {
  id: string;
  when: Record<string, unknown>;
  lead: Target;
  supporting?: Target[];
  confidence: number;
  because: Words;
}

export interface Example {
  id: string;
  text: string;
  category: string | null;
  ward: string | null;
  lead: string | null;
}

export interface RuleSet {
  assignAt: number;
  rules: Rule[];
  examples?: Example[];
  [more: string]: unknown;
}

/** Conditions that are lists of words; the others are shown and kept as they are. */
export const listed = ['categories', 'kinds', 'urgencies', 'wards', 'filers', 'words'] as const;

export const targetKinds = ['agency', 'service', 'type'] as const;
export type TargetKind = (typeof targetKinds)[number];

export function targetOf(target: Target): [TargetKind, string] {
  const [kind = 'agency', value = ''] = Object.entries(target)[0] ?? [];
  return [kind as TargetKind, value as string];
}

/** A condition that is emptied does not hold nothing: it is not there. */
export function withList({ when, ...rule }: Rule, name: string, typed: string): Rule {
  const words = typed
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const { [name]: _, ...others } = when;
  return { ...rule, when: words.length > 0 ? { ...others, [name]: words } : others };
}

export const moved = (rules: Rule[], from: number, to: number): Rule[] => {
  const rest = rules.filter((_, at) => at !== from);
  const one = rules[from];
  return one ? [...rest.slice(0, to), one, ...rest.slice(to)] : rules;
};
