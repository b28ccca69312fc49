import type { Words } from '#lifecycle';

/** Procedures of law that the center may not handle: khiếu nại and tố cáo. */
export const procedures = ['formal_complaint', 'denunciation'] as const;
export type Procedure = (typeof procedures)[number];

export type Certainty = 'sure' | 'likely';

/**
 * A pattern of word groups: it holds where each group of `all` has a phrase in the text, the text begins with one of
 * `start`, and none of `unless` is there. A `final` one is an explicit petition, which no answer of the filer undoes.
 */
export interface DiversionRule {
  id: string;
  procedure: Procedure;
  certainty: Certainty;
  final?: boolean;
  all: string[];
  start?: string;
  unless?: string[];
  because: Words;
}

/** Who receives it: `check` says what to make sure of first. */
export interface Receiver {
  name: Words;
  address: Words | null;
  phone: string | null;
  check: Words;
}

export interface TimeLimit {
  what: Words;
  limit: Words;
  basis: Words;
}

/** What somebody is told instead of a receipt. */
export interface Guidance {
  title: Words;
  text: Words;
  form: Words;
  identity: Words;
  instead: Words;
  where: Receiver[];
  limits: TimeLimit[];
}

export interface Choice {
  value: 'report' | Procedure;
  label: Words;
}

/**
 * A city's rules as data. Phrases are words between blanks: `a|b` is either, `#` a word with a digit, `@` a capitalised
 * word, `...` up to four words. What `ignore` names is passed over before anything is looked for.
 */
export interface DiversionRules {
  groups: Record<string, string[]>;
  ignore: string[];
  rules: DiversionRule[];
  question: Words;
  choices: Choice[];
  guidance: Record<Procedure, Guidance>;
}

export interface Recognised {
  procedure: Procedure;
  certainty: Certainty;
  final: boolean;
  because: Words;
}
