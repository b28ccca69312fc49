import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, giveTo } from './cluster.js';

const DEFAULTS: Record<string, string> = {
  max_connections: '100',
  shared_buffers: '256MB',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  lc_monetary: 'C',
  lc_numeric: 'C',
  lc_time: 'C',
  datestyle: 'iso, ymd',
  default_text_search_config: 'pg_catalog.simple',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

/** Writes postgresql.conf anew: a changed default reaches old clusters too. ALTER SYSTEM still wins over it. */
export async function writeSettings(
  cluster: Cluster,
  port: number,
  chosen: Record<string, string>,
): Promise<void> {
  const all = {
    ...DEFAULTS,
    ...chosen,
    listen_addresses: '127.0.0.1',
    port: String(port),
    // Sockets have a path limit of 107 bytes, which a deep DATA_DIR breaks.
    unix_socket_directories: '',
  };
  const lines = Object.entries(all).map(
    ([name, value]) => `${name} = '${value.replace(/'/g, "''")}'`,
  );
  const file = join(cluster.folder, 'postgresql.conf');
  await writeFile(file, `# Written at every start.\n${lines.join('\n')}\n`);
  await chmod(file, 0o600);
  await giveTo(cluster.runner.owner, file);
}
