import { Client } from 'pg';
import { migrations } from '../../platform/database/migrations/list.js';
import { addressAs, programRole } from '../../platform/database/rights.js';
import { Keyring } from '../../platform/sealing/keyring.js';
import { checkDatabase } from '../../platform/postgres/check-database.js';
import { readSecretKey } from '../../platform/config/secret-key.js';
import type { Config } from '../../platform/config/config.js';
import type { Time } from '../../platform/time.js';
import { figure } from '../say.js';
import { bad, type Check, good, look, none, ofError, words } from './finding.js';

export interface Opened {
  config: Config;
  /** As the owner; nothing is written. */
  client: Client;
  url: string;
  /** Whether the program's tables are there. */
  filled: boolean;
}

/** The program's clock may be this far from the database's: timers and codes go by both. */
const OFFSET_MS = 5000;
const LONG_SECONDS = 300;
const FEW_CONNECTIONS = 20;

const emptyYet = () =>
  none('chưa có bảng nào, lần chạy đầu sẽ tạo', 'no tables yet, the first start makes them');

/** What can be wrong with the database as it is set up. */
export const databaseChecks = (opened: Opened, machine: Time): Record<string, Check> => ({
  database: () => checkServer(opened),
  settings: () => checkSettings(opened),
  clock: () => checkClock(opened, machine),
  migrations: () => (opened.filled ? checkMigrations(opened) : emptyYet()),
  role: () => (opened.filled ? checkRole(opened) : emptyYet()),
  identities: () => (opened.filled ? checkKeys(opened) : emptyYet()),
});

async function checkServer({ url }: Opened) {
  const { version, warnings } = await checkDatabase(url);
  const [warning] = warnings;
  if (warning === undefined) return good(`PostgreSQL ${version}`, `PostgreSQL ${version}`);
  return look(
    words('fsync đang tắt: mất điện có thể mất dữ liệu', 'fsync is off: a power cut can lose data'),
    words('đặt fsync = on trong postgresql.conf', 'set fsync = on in postgresql.conf'),
  );
}

async function checkSettings({ client }: Opened) {
  const { rows } = await client.query<{ pages: string; free: number; longest: number }>(
    `select current_setting('full_page_writes') as pages,
       current_setting('max_connections')::int - (select count(*) from pg_stat_activity)::int as free,
       coalesce((select extract(epoch from max(now() - xact_start)) from pg_stat_activity
         where backend_xid is not null), 0)::int as longest`,
  );
  const { pages = 'on', free = 0, longest = 0 } = rows[0] ?? {};
  if (pages === 'off')
    return look(
      words('full_page_writes đang tắt', 'full_page_writes is off'),
      words('đặt full_page_writes = on', 'set full_page_writes = on'),
    );
  if (free < FEW_CONNECTIONS)
    return look(
      words(`chỉ còn ${free} kết nối`, `only ${free} connections are left`),
      words(
        'tăng max_connections: mỗi bản chạy cần 10',
        'raise max_connections: each program takes 10',
      ),
    );
  if (longest > LONG_SECONDS)
    return look(
      words(
        `một giao dịch đã mở ${figure(longest)} giây, màn hình trực tiếp phải chờ nó`,
        `a transaction has been open for ${longest} s, live views wait for it`,
      ),
      words(
        'tìm nó trong pg_stat_activity và kết thúc; đặt idle_in_transaction_session_timeout',
        'find it in pg_stat_activity and end it; set idle_in_transaction_session_timeout',
      ),
    );
  return good(`còn ${free} kết nối`, `${free} connections are free`);
}

async function checkClock({ client }: Opened, machine: Time) {
  const before = machine.now().getTime();
  const { rows } = await client.query<{ at: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as at',
  );
  const middle = (before + machine.now().getTime()) / 2;
  const seconds = Math.abs((rows[0]?.at ?? 0) - middle) / 1000;
  const said = words(
    `đồng hồ máy này và cơ sở dữ liệu lệch ${figure(seconds)} giây`,
    `the clocks of this machine and the database differ by ${seconds.toFixed(1)} s`,
  );
  if (seconds * 1000 < OFFSET_MS) return good(said.vi, said.en);
  return bad(said, words('bật NTP (chrony) trên cả hai máy', 'run NTP (chrony) on both machines'));
}

async function checkMigrations({ client }: Opened) {
  const { rows } = await client.query<{ name: string }>('select name from migration');
  const known = migrations.map(({ name }) => name);
  const there = rows.map(({ name }) => name);
  const newer = there.filter((name) => !known.includes(name));
  const missing = known.filter((name) => !there.includes(name));
  if (newer.length > 0)
    return bad(
      words(
        `cơ sở dữ liệu của phiên bản mới hơn (${newer.at(-1)})`,
        `the database is of a newer version (${newer.at(-1)})`,
      ),
      words('dùng phiên bản đó của chương trình', 'use that version of the program'),
    );
  if (missing.length > 0)
    return look(
      words(`còn ${missing.length} bước nâng cấp`, `${missing.length} migrations are still to run`),
      words('sao lưu, rồi khởi động lại chương trình', 'make a backup, then start the program'),
    );
  return good(`${there.length} bước, đủ`, `${there.length}, none missing`);
}

async function checkRole({ config, url }: Opened) {
  const key = await readSecretKey(config.secretKeyFile);
  if (!key)
    return bad(
      words(
        `có dữ liệu nhưng không có tệp khóa bí mật ${config.secretKeyFile}`,
        `there are data but no secret key at ${config.secretKeyFile}`,
      ),
      words(
        'đưa đúng tệp khóa của hệ thống này trở lại',
        "bring this installation's key file back",
      ),
    );
  const role = programRole(key);
  try {
    await checkDatabase(addressAs(url, role));
  } catch (error) {
    return {
      ...ofError(error),
      mend: words(
        `vai trò ${role.name} phải vào được (pg_hba.conf); nó theo khóa bí mật: khóa có đúng không`,
        `the role ${role.name} must be let in (pg_hba.conf); it follows from the secret key: is it the right one`,
      ),
    };
  }
  return good(`chương trình vào được với ${role.name}`, `the program gets in as ${role.name}`);
}

async function checkKeys({ config, client }: Opened) {
  const { rows } = await client.query<{ key: string }>('select distinct key from filer');
  const here = (await Keyring.known(config)) ?? [];
  const missing = rows.map(({ key }) => key).filter((key) => !here.some(({ id }) => id === key));
  if (missing.length === 0) return good('mở được mọi danh tính', 'keys for all identities');
  return bad(
    words(
      `thiếu khóa danh tính ${missing.join(', ')}`,
      `identity keys missing: ${missing.join(', ')}`,
    ),
    words(
      'đưa khóa trở lại IDENTITY_KEYS hoặc tệp khóa; bản sao lưu có khóa của tệp',
      'bring them back into IDENTITY_KEYS or the key file; a backup has those of the file',
    ),
  );
}
