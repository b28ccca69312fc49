import type { Config } from '../platform/config/config.js';
import { checkDatabase } from '../platform/postgres/check-database.js';
import { openEmbeddedPostgres } from '../platform/postgres/embedded-postgres.js';
import { say } from './say.js';

/**
 * The owner's address of the database of this configuration, as it stands: nothing is migrated or filled. The embedded
 * one is started when no program runs it, and then stopped again.
 * @throws StartError
 */
export async function withOwnerAddress<T>(
  { databaseUrl, dataDir }: Config,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const embedded = databaseUrl
    ? null
    : await openEmbeddedPostgres({ dataDir, log: say, supervise: false });
  try {
    const url = embedded?.url ?? databaseUrl ?? '';
    const { warnings } = await checkDatabase(url);
    for (const warning of warnings) say(warning);
    return await work(url);
  } finally {
    await embedded?.stop();
  }
}
