/** The cases in the order of the list that was looked at last, for going on to the next. */
let order: readonly string[] = [];

export const rememberOrder = (ids: readonly string[]) => (order = ids);

/** The neighbour of a case in that order; null at its ends. */
export function besideOf(id: string, step: 1 | -1): string | null {
  const at = order.indexOf(id);
  return at < 0 ? null : (order[at + step] ?? null);
}
