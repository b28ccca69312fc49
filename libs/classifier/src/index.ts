export { classify, type Reading } from './classify.js';
export { featuresOf, type Feature } from './features.js';
export { byKeywords } from './keywords.js';
export { FEWEST_COMPLAINTS } from './learn.js';
export type { Guess, Head, HeldOut, Lesson, Model, Subject, Tally } from './model.js';
export { finds, train, training, urgencyLabels, type Trained } from './train.js';
