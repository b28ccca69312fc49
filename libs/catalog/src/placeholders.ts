const PLACEHOLDER = /\{([^{}\n]*)\}/gu;

/** The names in braces of a text, each once, in their order. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)),
];

/** Puts values in; null where one that the text names is not known. */
export function filled(text: string, values: ReadonlyMap<string, string | null>): string | null {
  const names = placeholdersIn(text);
  if (names.some((name) => (values.get(name) ?? null) === null)) return null;
  return text.replaceAll(PLACEHOLDER, (_, name: string) => values.get(name) ?? '');
}
