import type { Category } from './city-data.js';

/** Whether somebody can file under a category. */
export const isOffered = ({ internal, closed }: Pick<Category, 'internal' | 'closed'>): boolean =>
  !internal && !closed;
