import type { StatsFs } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import type { Config } from '../../platform/config/config.js';
import { readSecretKey } from '../../platform/config/secret-key.js';
import { runningInstance } from '../../platform/postgres/instance-lock.js';
import { Keyring } from '../../platform/sealing/keyring.js';
import { figure } from '../say.js';
import { bad, type Check, good, look, none, words } from './finding.js';

const MB = 1024 * 1024;
/** Below it the program is not ready. */
const FULL = 64 * MB;
const NARROW = 1024 * MB;

const OLDEST_NODE = [20, 19] as const;

/** What can be wrong with the machine and the files on it. */
export const machineChecks = (config: Config): Record<string, Check> => ({
  node: checkNode,
  folder: () => checkFolder(config.dataDir),
  disk: () => checkDisk(config.dataDir),
  'secret-key': () => checkSecretKey(config),
  'identity-keys': () => checkIdentityKeys(config),
  program: () => checkProgram(config),
});

const checkNode: Check = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [least, leastMinor] = OLDEST_NODE;
  if (major > least || (major === least && minor >= leastMinor))
    return good(`Node.js ${process.versions.node}`, `Node.js ${process.versions.node}`);
  return bad(
    words(`Node.js ${process.versions.node} quá cũ`, `Node.js ${process.versions.node} is too old`),
    words(
      `cài Node.js ${least}.${leastMinor} trở lên`,
      `install Node.js ${least}.${leastMinor} or newer`,
    ),
  );
};

async function checkFolder(path: string) {
  const found = await stat(path).catch(() => null);
  if (!found)
    return none(
      `${path} chưa có, lần chạy đầu sẽ tạo`,
      `${path} is not there yet, the first start makes it`,
    );
  const isWritable = await access(path, constants.W_OK | constants.X_OK).then(
    () => found.isDirectory(),
    () => false,
  );
  if (isWritable) return good(`ghi được vào ${path}`, `${path} can be written`);
  return bad(
    words(`không ghi được vào ${path}`, `${path} cannot be written`),
    words(
      'cấp quyền ghi cho người chạy chương trình, hoặc đặt DATA_DIR ở nơi khác',
      "give the program's user the right to write there, or set DATA_DIR elsewhere",
    ),
  );
}

async function checkDisk(path: string) {
  const { bavail, bsize } = await nearest(path);
  const free = bavail * bsize;
  const said = words(
    `còn trống ${figure(free / MB)} MB ở ${path}`,
    `${Math.round(free / MB)} MB are free at ${path}`,
  );
  const mend = words('giải phóng hoặc thêm dung lượng', 'free or add space');
  if (free < FULL) return bad(said, mend);
  return free < NARROW ? look(said, mend) : good(said.vi, said.en);
}

/** The disk that a folder is on, or will be on. */
async function nearest(path: string): Promise<StatsFs> {
  return statfs(path).catch((error: unknown) => {
    if (dirname(path) === path) throw error;
    return nearest(dirname(path));
  });
}

async function checkSecretKey({ secretKeyFile: file }: Config) {
  if (await readSecretKey(file)) return good(`${file}, chỉ chủ đọc được`, `${file}, its owner's`);
  return none(
    `${file} chưa có, lần chạy đầu sẽ tạo`,
    `${file} is not there yet, the first start makes it`,
  );
}

async function checkIdentityKeys(config: Config) {
  const keys = await Keyring.known(config);
  const where = config.identityKeys ? 'IDENTITY_KEYS' : config.identityKeysFile;
  if (keys) return good(`${keys.length} khóa trong ${where}`, `${keys.length} keys in ${where}`);
  return none(
    `${where} chưa có, lần chạy đầu sẽ tạo`,
    `${where} is not there yet, the first start makes it`,
  );
}

/** The program itself where it runs, else whether it could listen. */
async function checkProgram({ dataDir, host, port }: Config) {
  const running = await runningInstance(dataDir);
  if (running?.address) return checkReady(running.address);
  if (running)
    return look(
      words(`tiến trình ${running.pid} đang khởi động`, `process ${running.pid} is starting`),
      words('chờ rồi chạy lại doctor', 'wait, then run doctor again'),
    );
  const fault = await listens(host, port);
  if (fault === null)
    return good(
      `chưa chạy; cổng ${port} ở ${host} còn trống`,
      `not running; port ${port} at ${host} is free`,
    );
  return bad(
    words(
      `không mở được ${host}:${port} (${fault})`,
      `cannot listen on ${host}:${port} (${fault})`,
    ),
    words(
      'dừng chương trình đang dùng cổng đó, hoặc đặt PORT, HOST khác',
      'stop what uses that port, or set another PORT or HOST',
    ),
  );
}

async function checkReady(address: string) {
  const answer = await fetch(`${address}/health/ready`, {
    signal: AbortSignal.timeout(8000),
  }).catch(() => null);
  const { checks = [], warnings = [] } = ((await answer?.json().catch(() => null)) ?? {}) as {
    checks?: { name: string; ok: boolean; why: string | null }[];
    warnings?: { name: string; why: string }[];
  };
  const failing = checks.filter(({ ok }) => !ok).map(({ name, why }) => `${name}: ${why}`);
  if (answer?.ok && warnings.length === 0)
    return good(`đang chạy ở ${address}`, `running at ${address}`);
  const mend = words(
    'xem mục đó ở dưới và nhật ký của chương trình',
    "see that part below, and the program's log",
  );
  if (answer?.ok) {
    const all = warnings.map(({ name, why }) => `${name}: ${why}`).join('; ');
    return look(words(`đang chạy, cảnh báo: ${all}`, `running, it warns: ${all}`), mend);
  }
  const why = failing.join('; ') || 'no answer';
  return bad(words(`đang chạy mà chưa sẵn sàng (${why})`, `running, not ready (${why})`), mend);
}

function listens(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'error'));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
