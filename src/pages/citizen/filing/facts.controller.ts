import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Words } from '#lifecycle';
import { phraseKey } from '#vietnamese';
import type { Category } from '../../../catalog/city-data.js';
import { City } from '../../../catalog/city.js';
import { Allow } from '../../../platform/http/allow.js';
import type { Language } from '../../../platform/moment.js';
import { VisitParam, type Visit } from '../../site/visit.js';
import { FilingDesk } from './filing-desk.js';
import { divertWords, filingWords, islandWords, seenBy } from './words.js';
import { isOffered } from '../../../catalog/offered.js';

const inOne = (words: Record<string, Words>, language: Language) =>
  Object.fromEntries(Object.entries(words).map(([name, said]) => [name, said[language]]));

const categoryIn =
  (language: Language) =>
  ({ code, group, name, place, contact, privacy, urgentWords, questions }: Category) => ({
    code,
    group: group.name[language],
    name: name[language],
    place,
    contact,
    privacy,
    urgent: urgentWords.vi.map(phraseKey),
    questions: questions.map(({ key, type, required, label, choices = [] }) => ({
      key,
      type,
      required,
      label: label[language],
      choices: choices.map((one) => ({ value: one.value, label: one.label[language] })),
    })),
  });

/** All that the page of a filing needs to go on without a network, in one language. */
@ApiExcludeController()
@Controller('file')
export class FilingFactsController {
  constructor(
    private readonly city: City,
    private readonly desk: FilingDesk,
  ) {}

  @Get('facts.json')
  @Allow('catalog.read')
  facts(@VisitParam() { language }: Visit) {
    const { categories, city } = this.city.data;
    return {
      language,
      proof: this.desk.asksForProof,
      words: inOne({ ...divertWords, ...filingWords, ...islandWords }, language),
      seenBy: inOne(seenBy, language),
      categories: categories.filter(isOffered).map(categoryIn(language)),
      wards: this.desk.wards(language),
      emergency: city.emergency.map(({ number, name, words }) => ({
        number,
        name: name[language],
        keys: [...words.vi, ...words.en].map(phraseKey),
      })),
    };
  }
}
