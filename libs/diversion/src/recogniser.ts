import { PhraseBook, type Words } from './phrase.js';
import { readingOf, type Reading } from './reading.js';
import type { DiversionRule, DiversionRules, Recognised } from './types.js';

/** Tells a formal complaint or a denunciation from what the center handles, by the city's rules. */
export class Recogniser {
  private readonly groups: PhraseBook;
  private readonly ignore: PhraseBook;
  private readonly rules: DiversionRule[];

  /** @throws for a phrase that cannot be read or a group that is not there */
  constructor({ groups, ignore, rules }: Pick<DiversionRules, 'groups' | 'ignore' | 'rules'>) {
    this.groups = new PhraseBook(groups);
    this.ignore = new PhraseBook({ ignore });
    for (const { id, all, start, unless = [] } of rules)
      for (const name of [...all, ...(start ? [start] : []), ...unless])
        if (!(name in groups)) throw new Error(`rule ${id}: there is no group “${name}”`);
    this.rules = [
      ...rules.filter(({ certainty }) => certainty === 'sure'),
      ...rules.filter(({ certainty }) => certainty === 'likely'),
    ];
  }

  /** `signals` are groups that hold by something else than words: a photograph sent along is `evidence`. */
  recognise(text: string, signals: readonly string[] = []): Recognised | null {
    const reading = readingOf(text);
    const words = this.without(reading);
    const first = words.findIndex((word) => word !== null);
    const [held, begins] = [new Set(signals), new Set<string>()];
    for (let at = 0; at < words.length; at += 1)
      for (const [name] of this.groups.from(words, reading.accented, at)) {
        held.add(name);
        if (at === first) begins.add(name);
      }
    const rule = this.rules.find(
      ({ all, start, unless = [] }) =>
        all.every((name) => held.has(name)) &&
        (!start || begins.has(start)) &&
        !unless.some((name) => held.has(name)),
    );
    if (!rule) return null;
    const { procedure, certainty, final = false, because } = rule;
    return { procedure, certainty, final, because };
  }

  private without({ words, accented }: Reading): Words {
    const left: Words = [...words];
    for (let at = 0; at < words.length; at += 1)
      for (const [, end] of this.ignore.from(words, accented, at)) left.fill(null, at, end);
    return left;
  }
}
