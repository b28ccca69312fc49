import type { PrivacyClass } from '#privacy';
import { found } from './found.js';
import { kinds, type Kind, type Matter } from './planted.js';

/** Which kinds a row of a table allows, as letters; `-` for none. */
const letters: Record<string, Kind> = { f: 'filer', w: 'way', p: 'plate', c: 'code' };

/** Of each class the kinds that may be found; everything else may not. */
export type Allowed = Readonly<Record<string, readonly Kind[]>>;

export const allowed = (classes: readonly PrivacyClass[], row: string): Allowed => {
  const cells = row.trim().split(/\s+/);
  return Object.fromEntries(
    classes.map((privacy, at) => [
      privacy,
      [...(cells[at] ?? '')].flatMap((letter) => letters[letter] ?? []),
    ]),
  );
};

/** What was found of planted secrets, and where first. */
export class Sightings {
  looked = 0;
  private readonly first = new Map<string, string>();

  constructor(private readonly matters: readonly Matter[]) {}

  look(where: string, text: string): void {
    this.looked += 1;
    for (const { privacy, secrets } of this.matters)
      for (const name of found(secrets, text)) {
        const key = `${privacy} ${name}`;
        if (!this.first.has(key)) this.first.set(key, where);
      }
  }

  /** What was found and may not be, with the place; what may be and was not found. */
  against(table: Allowed): { leaked: string[]; missing: string[] } {
    const leaked: string[] = [];
    const met = new Set<string>();
    for (const [key, where] of this.first) {
      const [privacy = '', kind = ''] = key.split(/[ :]/);
      met.add(`${privacy} ${kind}`);
      if (!table[privacy]?.includes(kind as Kind)) leaked.push(`${key} in ${where}`);
    }
    const missing = this.matters.flatMap(({ privacy }) =>
      kinds
        .filter((kind) => table[privacy]?.includes(kind) && !met.has(`${privacy} ${kind}`))
        .map((kind) => `${privacy} ${kind}`),
    );
    return { leaked, missing };
  }
}
