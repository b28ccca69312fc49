/** What one feature says: how rare it is among the classes, and by how much it speaks for those that have it. */
export type Weight = [rarity: number, by: [label: number, gain: number][]];

/** One question put to a text: which of these classes. Weights are logarithms. */
export interface Head {
  labels: string[];
  /** Of each class before a word is read, and for each word that it does not have. */
  prior: number[];
  absent: number[];
  weights: Record<string, Weight>;
  /** Scores are divided by it before they become probabilities. */
  temperature: number;
  /** The confidence from which what was held out was right; null when it was never right often enough. */
  bar: number | null;
  heldOut: HeldOut;
}

export interface Tally {
  total: number;
  right: number;
  inThree: number;
}

/** How a head did with documents that it had not learned from. */
export interface HeldOut extends Tally {
  byLabel: Record<string, Tally>;
  /** Mean distance between confidence and how often it was right (expected calibration error, ten bins). */
  calibrationError: number;
  /** At or above the bar: how many, and how many of them right. */
  sure: { total: number; right: number };
}

/** What is learned, as plain data; holds words that at least two complaints or the catalogue have, and no text. */
export interface Model {
  format: 1;
  trainedAt: string;
  /** Complaints that it has learned from, and the features it keeps. */
  lessons: number;
  features: number;
  category: Head;
  urgency: Head;
}

/** One text with what somebody decided; no category: nothing that the center deals with. */
export interface Lesson {
  text: string;
  category: string | null;
  urgency: string;
}

/** A category's own words, which are known before anybody has decided anything. */
export interface Subject {
  code: string;
  urgency: string;
  names: string[];
  keywords: string[];
  urgentWords: string[];
}

export interface Guess {
  label: string;
  /** 0 to 1, calibrated on what was held out. */
  confidence: number;
  /** The words that spoke for it most, as they stand in the text. */
  words: string[];
}
