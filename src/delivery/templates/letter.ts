/** A label and what stands beside it; a fact without a value is left out. */
export type Fact = readonly [label: string, value: string | null];

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: readonly (readonly [label: string, value: string])[] }
  | { kind: 'quote'; title: string; text: string }
  | { kind: 'link'; label: string; url: string };

/** What a mail says, before it is written as text and as HTML. The subject never holds what a person wrote. */
export interface Letter {
  subject: string;
  blocks: Block[];
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export const facts = (...all: Fact[]): Block => ({
  kind: 'facts',
  facts: all.flatMap(([label, value]) => (value ? [[label, value] as const] : [])),
});

/** Somebody's own words; nothing when there are none. */
export const quote = (title: string, text: string | null): Block[] =>
  text ? [{ kind: 'quote', title, text }] : [];

export const link = (label: string, url: string): Block => ({ kind: 'link', label, url });

/** A paragraph only when its value is known. */
export const when = <T>(value: T | null, text: (known: T) => string): Block[] =>
  value === null ? [] : [paragraph(text(value))];
