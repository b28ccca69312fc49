type Fields = Record<string, unknown>;

/** What stands at `limits.accept` or `questions.0.label.vi` of a value; undefined where nothing does. */
export const read = (from: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((one, key) => (one as Fields | undefined)?.[key], from);

/** A copy with something else at a path; undefined takes it away. */
export function written<T>(into: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const before = (into ?? {}) as Fields;
  const next = rest.length === 0 ? value : written(before[key], rest.join('.'), value);
  if (Array.isArray(into)) return into.with(Number(key), next) as T;
  const { [key]: _, ...others } = before;
  return (next === undefined ? others : { ...before, [key]: next }) as T;
}
