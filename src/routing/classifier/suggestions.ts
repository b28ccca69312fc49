import { byKeywords, classify, type Guess, type Reading } from '#classifier';
import type { Suggestion, Urgency, Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { Category } from '../../catalog/city-data.js';
import { City } from '../../catalog/city.js';
import { Models, type InUse } from './models.js';
import * as say from './sentences.js';
import type { SuggestedCategories } from './suggestions.dto.js';
import { isOffered } from '../../catalog/offered.js';

/** Below it a category is no help to somebody who writes. */
const WORTH_SHOWING = 0.05;
/** From here on it is more often right than wrong; what needs other answers is not asked on a weaker guess. */
const LIKELY = 0.5;
const MOST = 3;

/** How urgent a matter of a category is by its words, and why. */
export type UrgencyOf = (
  category: Category,
  text: string,
) => { urgency: Urgency; reasons: Words[] };

/** What the learned model makes of texts. It proposes; people and rules decide. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly models: Models,
    private readonly city: City,
  ) {}

  /** Up to three categories for somebody who is writing. */
  offer(text: string): SuggestedCategories {
    const { inUse } = this.models;
    if (!inUse) return { model: null, categories: this.byKeywords(text) };
    const categories = classify(inUse.model, text)
      .categories.filter(({ confidence }) => confidence >= WORTH_SHOWING)
      .flatMap(({ label, confidence, words }) => {
        const known = this.city.category(label);
        const likely = confidence >= LIKELY;
        return known && isOffered(known)
          ? [{ code: label, name: known.name, confidence, likely, words }]
          : [];
      });
    return { model: inUse.version, categories };
  }

  /** Before anything was learned: the categories whose keywords the text has. */
  private byKeywords(text: string): SuggestedCategories['categories'] {
    const subjects = this.city.data.categories
      .filter(isOffered)
      .map(({ code, keywords }) => ({ code, keywords: keywords.vi }));
    return byKeywords(subjects, text)
      .slice(0, MOST)
      .flatMap((code) => {
        const known = this.city.category(code);
        return known ? [{ code, name: known.name, confidence: 0, likely: true, words: [] }] : [];
      });
  }

  /**
   * For a complaint without a category what it sounds like; for one with a category only what stands strongly against
   * it. Words that call for urgency come first (`urgencyOf`): the model can raise urgency and never lowers it.
   */
  forFiling(text: string, chosen: Category | null, urgencyOf: UrgencyOf): Suggestion | null {
    const { inUse } = this.models;
    if (!inUse) return null;
    const reading = classify(inUse.model, text, 1);
    const [guess] = reading.categories;
    const category = guess ? this.city.category(guess.label) : null;
    if (!guess || !category || !isOffered(category) || category.code === chosen?.code) return null;
    const { bar } = inUse.model.category;
    const sure = bar !== null && guess.confidence >= bar;
    if (chosen && !sure) return null;
    const { urgency, reasons } = urgencyOf(category, text);
    const raised = urgentGuess(inUse, reading, category, urgency);
    const doubts = [
      ...(sure ? [] : [say.notSure(bar)]),
      ...(raised ? [say.soundsUrgent(raised)] : []),
      ...(lowRisk(category) ? [] : [say.needsPerson(category)]),
      ...(chosen ? [say.otherThanChosen(chosen)] : []),
    ];
    return {
      model: inUse.version,
      category: category.code,
      urgency: raised ? 'urgent' : urgency,
      confidence: guess.confidence,
      sure: doubts.length === 0,
      reasons: [say.soundsLike(category, guess), ...reasons, ...doubts],
    };
  }
}

/** What is open to everybody anyway: what hides a filer or a place is decided by a person. */
const lowRisk = ({ privacy }: Category) => privacy === 'NORMAL';

/** Urgency that only the model hears; null when the words have said so, or the category knows no urgency. */
function urgentGuess(
  { model }: InUse,
  { urgency }: Reading,
  category: Category,
  byWords: Urgency,
): Guess | null {
  const { bar } = model.urgency;
  if (byWords === 'urgent' || category.limits.resolveUrgent === null) return null;
  if (urgency?.label !== 'urgent' || bar === null || urgency.confidence < bar) return null;
  return urgency;
}
