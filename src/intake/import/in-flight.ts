/** Works on all items in their order, `width` of them at a time; the first failure ends it. */
export async function inFlight<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const hand = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: width }, hand));
}
