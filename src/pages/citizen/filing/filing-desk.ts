import { Inject, Injectable } from '@nestjs/common';
import { City } from '../../../catalog/city.js';
import { checkFiling } from '../../../intake/check-filing.js';
import { Diversion } from '../../../intake/diversion.js';
import type { FileComplaint } from '../../../intake/dto.js';
import { Questions } from '../../../intake/proof/questions.js';
import type { Config } from '../../../platform/config/config.js';
import { CONFIG } from '../../../platform/config/config.token.js';
import { DomainError, type FieldError } from '../../../platform/errors/domain-error.js';
import type { Language } from '../../../platform/moment.js';
import { Suggestions } from '../../../routing/classifier/suggestions.js';
import { Routing } from '../../../routing/routing.js';
import { Neighbours } from '../../../triage/likeness/neighbours.js';
import { emergenciesIn } from './emergencies.js';
import { fieldAt } from './form.js';
import type { Choice } from '../parts/fields.js';
import type { Group } from './steps/place.js';
import { stepNames, type Step } from './words.js';
import { isOffered } from '../../../catalog/offered.js';

/** What the pages of a filing ask the rest of the program. */
@Injectable()
export class FilingDesk {
  constructor(
    private readonly city: City,
    private readonly routing: Routing,
    private readonly suggestions: Suggestions,
    private readonly neighbours: Neighbours,
    private readonly diversion: Diversion,
    private readonly questions: Questions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What stands against a filing in the pages before `step`, and the page to mend it on. */
  async faults(
    filing: FileComplaint,
    step: Step,
  ): Promise<{ step: Step; errors: FieldError[] } | null> {
    // First, so that nobody is asked for more before they are told that this is not the place.
    await this.diversion.check(filing, [], 'web');
    const before = stepNames.slice(0, stepNames.indexOf(step));
    const wrong = this.wrongIn(filing).filter(({ field }) => before.includes(fieldAt(field).step));
    const at = before.find((one) => wrong.some(({ field }) => fieldAt(field).step === one));
    return at
      ? { step: at, errors: wrong.filter(({ field }) => fieldAt(field).step === at) }
      : null;
  }

  private wrongIn(filing: FileComplaint): readonly FieldError[] {
    try {
      checkFiling(filing, this.city, this.routing);
      return [];
    } catch (error) {
      if (error instanceof DomainError) return error.errors;
      throw error;
    }
  }

  category(code: string | undefined) {
    const found = this.city.category(code ?? null);
    return found && isOffered(found) ? found : null;
  }

  /** The likeliest categories of a text, with the one that is chosen. */
  suggested(text: string, chosen: string | undefined, language: Language): Choice[] {
    const codes = this.suggestions.offer(text).categories.map(({ code }) => code);
    return [...new Set([...codes, ...(chosen ? [chosen] : [])])].flatMap((code) => {
      const known = this.category(code);
      return known ? [{ value: code, label: known.name[language] }] : [];
    });
  }

  /** What is chosen for whoever has not chosen. */
  likely(text: string): string | undefined {
    const [first] = this.suggestions.offer(text).categories;
    return first?.likely ? first.code : undefined;
  }

  groups(language: Language): Group[] {
    const groups = new Map<string, Choice[]>();
    for (const { code, group, name } of this.city.data.categories.filter(isOffered)) {
      const label = group.name[language];
      groups.set(label, [...(groups.get(label) ?? []), { value: code, label: name[language] }]);
    }
    return [...groups].map(([name, categories]) => ({ name, categories }));
  }

  wards(language: Language): Choice[] {
    return this.city.data.areas
      .filter(({ parent, validTo }) => parent !== null && validTo === null)
      .map(({ code, name }) => ({ value: code, label: name[language] }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language));
  }

  placeWords({ place }: FileComplaint, language: Language): string | null {
    const ward = place?.point ? this.routing.wardAt(place.point) : (place?.ward ?? null);
    const words = [place?.address, this.city.area(ward)?.name[language]].filter(Boolean);
    return words.length > 0 ? words.join(', ') : null;
  }

  emergencies({ text, category }: Pick<FileComplaint, 'text' | 'category'>) {
    const { categories } = this.suggestions.offer(text);
    const [likely] = categories;
    const about = this.category(category ?? likely?.code);
    return emergenciesIn(text, this.city.card.emergency, [about]);
  }

  /** Others' reports; that they could not be looked up keeps nobody from filing. */
  async near({ text, category, place }: FileComplaint) {
    if (!place) return [];
    const draft = { text, place, ...(category && { category }) };
    const { items } = await this.neighbours.of(draft).catch(() => ({ items: [] }));
    return items;
  }

  get asksForProof() {
    return this.config.filingProof;
  }

  question() {
    return this.asksForProof ? this.questions.make() : null;
  }

  privacyOf(category: string | undefined) {
    return this.category(category)?.privacy ?? 'PERSONAL';
  }

  get timeZone() {
    return this.city.card.timeZone;
  }
}
