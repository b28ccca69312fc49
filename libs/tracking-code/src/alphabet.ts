/** Crockford base 32: no I, L, O (read as 1, 1, 0) and no U. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const values = new Map<string, number>(
  [...ALPHABET].flatMap((symbol, value) => [
    [symbol, value],
    [symbol.toLowerCase(), value],
  ]),
);
for (const symbol of 'Oo') values.set(symbol, 0);
for (const symbol of 'IiLl') values.set(symbol, 1);

/** The value 0..31 of a symbol as a person may type it, or undefined. */
export const valueOf = (symbol: string): number | undefined => values.get(symbol);
