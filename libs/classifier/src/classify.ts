import { featuresOf } from './features.js';
import type { Guess, Model } from './model.js';
import { guess } from './score.js';

/** What a model makes of a text: the most probable categories, and how urgent it sounds. */
export interface Reading {
  categories: Guess[];
  urgency: Guess | null;
}

/** The same text and model always give the same reading. */
export function classify(model: Model, text: string, most = 3): Reading {
  const features = featuresOf(text);
  return {
    categories: guess(model.category, features, most),
    get urgency() {
      return guess(model.urgency, features, 1)[0] ?? null;
    },
  };
}
