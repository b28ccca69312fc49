import { isOffered } from '../../../catalog/offered.js';
import type { Category } from '../../../catalog/city-data.js';

export const MOST_COMMON = 8;

type Counted = readonly { category: string; filed: number }[];

/**
 * What people file most about places, the most frequent first; where too little was filed, the first category of each
 * group that is not among them yet.
 */
export function commonOf(categories: readonly Category[], counted: Counted): Category[] {
  const open = categories.filter(
    (one) => one.public && isOffered(one) && one.place === 'required' && one.privacy === 'NORMAL',
  );
  const found = counted
    .flatMap(({ category, filed }) =>
      filed > 0 ? open.filter(({ code }) => code === category) : [],
    )
    .slice(0, MOST_COMMON);
  const groups = new Set(found.map(({ group }) => group.code));
  const firsts = open.filter(
    ({ group }, at) =>
      !groups.has(group.code) && open.findIndex((one) => one.group.code === group.code) === at,
  );
  return [...found, ...firsts].slice(0, MOST_COMMON);
}
