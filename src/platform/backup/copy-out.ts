import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { TableFacts } from './schema-facts.js';

/** Large enough to cost nothing by their number, small enough to be held in memory. */
const PART_BYTES = 4 * 1024 * 1024;

const LINE_END = 10;

/**
 * Numbers of transactions belong to one server: on another they would lie in its future, and whoever follows the log
 * would wait for it to come. Kept is how far each lies before the last, which keeps their order.
 */
const ofTransactions = (column: string) => column === 'xid';

const statement = ({ name, columns }: TableFacts, last: string) => {
  const values = columns.map((column) =>
    ofTransactions(column) ? `"${column}" - (${last})` : `"${column}"`,
  );
  return `copy (select ${values.join(', ')} from "${name}") to stdout`;
};

/** The rows of a table, in pieces that each end with a row; at least one, which may be empty. */
export async function* copyOut(
  client: Client,
  table: TableFacts,
  lastTransaction: string,
): AsyncGenerator<Buffer> {
  const stream = client.query(copyTo(statement(table, lastTransaction)));
  let kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    kept.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    const all = Buffer.concat(kept);
    const end = all.lastIndexOf(LINE_END) + 1;
    if (end === 0) continue;
    yield all.subarray(0, end);
    kept = [all.subarray(end)];
    size = all.length - end;
  }
  yield Buffer.concat(kept);
}

/** The last transaction that the log has; everything else is counted from it. */
export async function lastTransaction(client: Client): Promise<string> {
  const { rows } = await client.query<{ last: string }>(
    'select coalesce(max(xid), 0)::text as last from complaint_event',
  );
  return rows[0]?.last ?? '0';
}
