interface Option {
  value: string;
  label: string;
}

/** Options under the names of their groups, in the order in which they come. */
export function grouped(options: readonly (Option & { group: string })[]) {
  const groups = new Map<string, Option[]>();
  for (const { group, ...option } of options) {
    const items = groups.get(group);
    if (items) items.push(option);
    else groups.set(group, [option]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}
