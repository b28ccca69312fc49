import { Client } from 'pg';
import { BAD_CONFIG, StartError } from '../config/start-error.js';

export interface DatabaseFacts {
  /** Major version. */
  readonly version: number;
  /** What is dangerous but the operator's choice. */
  readonly warnings: readonly string[];
}

interface Row {
  version: string;
  encoding: string;
  synchronous_commit: string;
  fsync: string;
}

const OLDEST = 15;
const FACTS = `select current_setting('server_version_num') as version,
  current_setting('server_encoding') as encoding,
  current_setting('synchronous_commit') as synchronous_commit,
  current_setting('fsync') as fsync`;

/** Connects once. StartError when the database cannot be reached or would break a promise made to citizens. */
export async function checkDatabase(url: string): Promise<DatabaseFacts> {
  const row = await ask(url);
  const version = Math.floor(Number(row.version) / 10_000);
  if (version < OLDEST) {
    throw unfit(
      `PostgreSQL ${version} quá cũ: cần bản ${OLDEST} trở lên`,
      `PostgreSQL ${version} is too old: ${OLDEST} or newer is needed`,
    );
  }
  if (row.encoding !== 'UTF8') {
    throw unfit(
      `Cơ sở dữ liệu dùng mã ${row.encoding}: hãy tạo lại với ENCODING 'UTF8'`,
      `The database is encoded in ${row.encoding}: create it again with ENCODING 'UTF8'`,
    );
  }
  if (row.synchronous_commit === 'off') {
    throw unfit(
      'synchronous_commit đang tắt, phản ánh đã báo nhận có thể mất: hãy đặt on',
      'synchronous_commit is off, an acknowledged complaint could be lost: set it to on',
    );
  }
  const warnings =
    row.fsync === 'off'
      ? ['fsync đang tắt: mất điện có thể mất dữ liệu / fsync is off: a power cut can lose data']
      : [];
  return { version, warnings };
}

async function ask(url: string): Promise<Row> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A server that goes away between two steps is reported by the step; without a listener it would be thrown.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Row>(FACTS);
    return rows[0] as Row;
  } catch (error) {
    throw noAnswer(url, error as Error & { code?: string });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function noAnswer(url: string, error: Error & { code?: string }): StartError {
  const where = URL.canParse(url) ? new URL(url).host : 'DATABASE_URL';
  switch (error.code) {
    case '28P01':
    case '28000':
      return unfit(
        `Cơ sở dữ liệu ở ${where} từ chối người dùng hoặc mật khẩu: hãy sửa DATABASE_URL`,
        `The database at ${where} refuses the user or password: correct DATABASE_URL`,
      );
    case '3D000':
      return unfit(
        `Ở ${where} không có cơ sở dữ liệu này: hãy tạo nó hoặc sửa DATABASE_URL`,
        `There is no such database at ${where}: create it or correct DATABASE_URL`,
      );
    default: {
      // Node leaves the message of an AggregateError (IPv4 and IPv6 both refused) empty.
      const reason = error.message || error.code || 'no answer';
      return new StartError(
        `Không kết nối được cơ sở dữ liệu ở ${where} (${reason}): hãy kiểm tra nó có đang chạy không`,
        `Cannot reach the database at ${where}: check that it runs and DATABASE_URL is right`,
      );
    }
  }
}

const unfit = (vietnamese: string, english: string) =>
  new StartError(vietnamese, english, BAD_CONFIG);
