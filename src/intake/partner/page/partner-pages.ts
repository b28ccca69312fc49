import { Injectable } from '@nestjs/common';
import { City } from '../../../catalog/city.js';
import { servingAt } from '../../../catalog/serving.js';
import type { Language } from '../../../platform/moment.js';
import { Time } from '../../../platform/time.js';
import type { Choice } from './forms.js';
import { partnerPage, type Shown } from './page.js';

/** Vietnamese, where another language is not asked for. */
export const languageOf = (asked: unknown): Language => (asked === 'en' ? 'en' : 'vi');

/** Draws the pages of links with the city's words. */
@Injectable()
export class PartnerPages {
  constructor(
    private readonly city: City,
    private readonly time: Time,
  ) {}

  draw(shown: Shown, language: Language): string {
    const { center, hotline, timeZone } = this.city.card;
    const agencies = this.choices(language);
    return partnerPage(shown, { center: center.name, hotline, timeZone, language, agencies });
  }

  /** The agencies that serve today, by name. */
  private choices(language: Language): Choice[] {
    return this.city.data.agencies
      .filter(servingAt(this.city, this.time.now()))
      .map(({ code, name }) => ({ value: code, label: name }))
      .toSorted((a, b) => a.label[language].localeCompare(b.label[language], language));
  }
}
