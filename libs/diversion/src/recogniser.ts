import { compilePhrase, endAt, occurs, without, type Phrase } from './phrase.js';
import { readingOf } from './reading.js';
import type { DiversionRule, DiversionRules, Recognised } from './types.js';

/** Tells a formal complaint or a denunciation from what the center handles, by the city's rules. */
export class Recogniser {
  private readonly groups: Map<string, Phrase[]>;
  private readonly ignore: Phrase[];
  private readonly rules: DiversionRule[];

  /** @throws for a phrase that cannot be read or a group that is not there */
  constructor({ groups, ignore, rules }: Pick<DiversionRules, 'groups' | 'ignore' | 'rules'>) {
    this.groups = new Map(
      Object.entries(groups).map(([name, phrases]) => [name, phrases.map(compilePhrase)]),
    );
    this.ignore = ignore.map(compilePhrase);
    for (const { id, all, start, unless = [] } of rules)
      for (const name of [...all, ...(start ? [start] : []), ...unless])
        if (!this.groups.has(name)) throw new Error(`rule ${id}: there is no group “${name}”`);
    this.rules = [
      ...rules.filter(({ certainty }) => certainty === 'sure'),
      ...rules.filter(({ certainty }) => certainty === 'likely'),
    ];
  }

  /** `signals` are groups that hold by something else than words: a photograph sent along is `evidence`. */
  recognise(text: string, signals: readonly string[] = []): Recognised | null {
    const reading = readingOf(text);
    const words = without(reading, this.ignore);
    const { accented } = reading;
    const known = new Map<string, boolean>();
    const holds = (group: string): boolean => {
      const found =
        known.get(group) ??
        (signals.includes(group) ||
          this.phrases(group).some((phrase) => occurs(phrase, words, accented)));
      known.set(group, found);
      return found;
    };
    const first = words.findIndex((word) => word !== null);
    const begins = (group: string) =>
      this.phrases(group).some((phrase) => endAt(phrase, words, accented, first) !== -1);
    const rule = this.rules.find(
      ({ all, start, unless = [] }) =>
        all.every(holds) && (!start || begins(start)) && !unless.some(holds),
    );
    if (!rule) return null;
    const { procedure, certainty, final = false, because } = rule;
    return { procedure, certainty, final, because };
  }

  private phrases(group: string): Phrase[] {
    return this.groups.get(group) ?? [];
  }
}
