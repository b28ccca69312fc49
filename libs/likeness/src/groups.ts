import { compare } from './compare.js';
import type { Matter } from './types.js';

/** Puts together what tells of one event, each with all that is like one of them; in the order in which they came. */
export function groupsOf<T extends { matter: Matter }>(items: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const like = groups.filter((group) =>
      group.some(({ matter }) => compare(item.matter, matter).verdict !== 'unlike'),
    );
    const [first, ...others] = like;
    if (!first) groups.push([item]);
    else {
      first.push(item, ...others.flat());
      for (const other of others) groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups;
}
