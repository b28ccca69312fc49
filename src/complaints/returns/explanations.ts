import type { Returned } from '#lifecycle';
import type { Tx } from '../../platform/database/door.js';
import type { ReturnView } from '../dto/cases.dto.js';
import type { Shown } from '../masking.js';

interface Of {
  id: string;
  returnedBy: Returned[];
}

/** What agencies said with their returns, by complaint and number of the event. */
export type Explanations = ReadonlyMap<string, string>;

const key = (id: string, number: number) => `${id}/${number}`;

/** The words of a page's returns, in one query. Index: message_event. */
export async function explanationsOf(tx: Tx, rows: readonly Of[]): Promise<Explanations> {
  const wanted = rows.flatMap(({ id, returnedBy }) =>
    returnedBy.map(({ number }) => ({ id, number })),
  );
  if (wanted.length === 0) return new Map();
  const found = await tx.query<{ id: string; number: number; text: string }[]>(
    `select m.complaint_id as id, m.number, m.text
     from unnest($1::uuid[], $2::int[]) w (id, number)
     join message m on m.complaint_id = w.id and m.number = w.number`,
    [wanted.map(({ id }) => id), wanted.map(({ number }) => number)],
  );
  return new Map(found.map(({ id, number, text }) => [key(id, number), text]));
}

export function returnViews(
  { id, returnedBy }: Of,
  explained: Explanations,
  shown: Shown,
): ReturnView[] {
  return returnedBy.map(({ number, at, agency, ground, proposed }) => {
    const text = explained.get(key(id, number));
    return { agency, ground, proposed, at, text: text ? shown(text, 'by_staff') : null };
  });
}
