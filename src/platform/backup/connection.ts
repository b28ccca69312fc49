import { Client } from 'pg';

// How values are written and read must not depend on how a server was set up.
const FORMS = [
  'client_encoding=UTF8',
  'timezone=UTC',
  'datestyle=ISO',
  'intervalstyle=postgres',
  'bytea_output=hex',
  'extra_float_digits=1',
  'statement_timeout=0',
  'lock_timeout=10000',
  'idle_in_transaction_session_timeout=0',
];

/** Set where COPY writes or reads rows; a long table takes its time. */
export const copyOptions = (schema: string) =>
  [`search_path=${schema},public`, ...FORMS].map((setting) => `-c ${setting}`).join(' ');

/** A connection as the owner, for reading or writing whole tables. */
export async function withOwner<T>(
  { url, schema }: { url: string; schema: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: url,
    options: copyOptions(schema),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A server that goes away is reported by the statement under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
