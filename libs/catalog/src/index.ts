export { areaFaults } from './check-areas.js';
export { type KnownToCategories, categoryFaults } from './check-categories.js';
export { questionTypes } from './check-questions.js';
export { replyFaults, replyPlaceholders } from './check-replies.js';
export type { CatalogFault } from './fault.js';
export { filled, placeholdersIn } from './placeholders.js';
