export { areaFaults } from './check-areas.js';
export { type KnownToCategories, categoryFaults } from './check-categories.js';
export { questionTypes } from './check-questions.js';
export {
  type DeliveredMail,
  type KnownMail,
  isMailPart,
  mailTextFaults,
  paragraphsOf,
} from './check-mails.js';
export { replyFaults, replyPlaceholders } from './check-replies.js';
export type { CatalogFault } from './fault.js';
export { filled, placeholdersIn } from './placeholders.js';
