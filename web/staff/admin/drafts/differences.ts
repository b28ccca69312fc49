export interface Difference {
  path: string;
  before: unknown;
  after: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an entry of a list is called: by what it is known, not by its place, so that inserting moves nothing. */
function nameOf(entry: unknown, at: number): string {
  if (!isObject(entry)) return typeof entry === 'string' ? entry : `${at + 1}`;
  const known = entry['code'] ?? entry['id'] ?? entry['date'] ?? entry['key'];
  return typeof known === 'string' ? known : `${at + 1}`;
}

function entriesOf(value: unknown): Map<string, unknown> {
  if (Array.isArray(value)) return new Map(value.map((one, at) => [nameOf(one, at), one]));
  return new Map(isObject(value) ? Object.entries(value) : []);
}

const isBranch = (value: unknown) => Array.isArray(value) || isObject(value);

/** Where two definitions differ, leaf by leaf; an entry that came or went is one difference. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isBranch(before) || !isBranch(after)) return [{ path, before, after }];
  const [one, other] = [entriesOf(before), entriesOf(after)];
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  const found = keys.flatMap((key) =>
    differences(one.get(key), other.get(key), path === '' ? key : `${path} › ${key}`),
  );
  // The same entries in another order.
  return found.length > 0
    ? found
    : [{ path, before: [...one.keys()].join(', '), after: [...other.keys()].join(', ') }];
}

export const shown = (value: unknown): string => {
  if (value === undefined || value === null) return '–';
  if (!isBranch(value)) return `${value as string}`;
  return Object.entries(value as object)
    .map(([key, one]) => (Array.isArray(value) ? shown(one) : `${key}: ${shown(one)}`))
    .join('; ');
};
