import type { InboxRow, InboxSection, SectionName } from './api.ts';

interface Placed {
  section: SectionName;
  key: string;
  row: InboxRow;
}

/** The rows as they stood when the list was opened or last caught up. */
export type Order = Placed[];

export interface SteadyRow {
  key: string;
  row: InboxRow;
  /** It stands elsewhere or nowhere by now. */
  gone: boolean;
}

export interface Steady {
  sections: { section: SectionName; total: number; rows: SteadyRow[]; next: number | null }[];
  /** How many rows have come, gone or changed places since. */
  changes: number;
}

const keyOf = ({ number, case: { id } }: InboxRow) => `${id}:${number ?? ''}`;

export const settled = (sections: readonly InboxSection[]): Order =>
  sections.flatMap(({ section, rows }) => rows.map((row) => ({ section, key: keyOf(row), row })));

/** What is new in place, each row where it was: a list that is read does not move. */
export function steady(order: Order, sections: readonly InboxSection[]): Steady {
  const latest = settled(sections);
  const at = ({ section, key }: Placed) => `${section} ${key}`;
  const now = new Map(latest.map((placed) => [at(placed), placed.row]));
  const known = new Set(order.map(at));
  const came = latest.filter((placed) => !known.has(at(placed))).length;
  const went = order.filter((placed) => !now.has(at(placed))).length;
  const names = [...new Set(order.map(({ section }) => section))];
  return {
    changes: Math.max(came, went),
    sections: names.map((name) => {
      const present = sections.find(({ section }) => section === name);
      const rows = order
        .filter(({ section }) => section === name)
        .map((placed) => {
          const row = now.get(at(placed));
          return { key: placed.key, row: row ?? placed.row, gone: !row };
        });
      return { section: name, total: present?.total ?? 0, rows, next: present?.next ?? null };
    }),
  };
}
