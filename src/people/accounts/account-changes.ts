import type { StaffRow } from '../staff.entity.js';

const fields = ['name', 'role', 'agency', 'email', 'language'] as const;
type Field = (typeof fields)[number];
type Changes = Partial<Pick<StaffRow, Field>>;

/** What is given and other than it was. */
export function changesOf(row: StaffRow, given: Changes): Changes {
  const other = fields.filter((one) => given[one] !== undefined && given[one] !== row[one]);
  return Object.fromEntries(other.map((one) => [one, given[one]]));
}

/** The same for the record, which holds no address. */
export function told(row: StaffRow, changes: Changes): Record<string, unknown> {
  const names = Object.keys(changes) as Field[];
  return Object.fromEntries(
    names.map((one) => [one, one === 'email' ? true : [row[one], changes[one]]]),
  );
}
