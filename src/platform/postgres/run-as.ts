import { spawn } from 'node:child_process';
import { StartError } from '../config/start-error.js';

export interface Outcome {
  /** null: killed, or the file could not be started. */
  readonly code: number | null;
  readonly output: string;
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Runner {
  /** Who must own the cluster; undefined: whoever runs the program. */
  readonly owner: Account | undefined;
  run(file: string, args: string[]): Promise<Outcome>;
}

const ACCOUNT = 'postgres';
// What root may do with files and nothing else of root. dac_read_search would do less, but containers lack it.
const WALK_ANYWHERE = '+dac_override';

/**
 * How to run PostgreSQL, which refuses to run as root: root hands it to the account `postgres`.
 * `probe` tells whether a runner can reach the binaries and the data.
 */
export async function chooseRunner(probe: (runner: Runner) => Promise<boolean>): Promise<Runner> {
  const asMyself: Runner = { owner: undefined, run: (file, args) => execute(file, args) };
  if (process.getuid?.() !== 0) {
    if (await probe(asMyself)) return asMyself;
    throw brokenBinaries();
  }
  const account = (await findAccount()) ?? (await createAccount());
  const asAccount: Runner = {
    owner: account,
    run: (file, args) => execute(file, args, account),
  };
  if (await probe(asAccount)) return asAccount;
  const walkingAnywhere = { owner: account, run: throughSetpriv(account) };
  if (await probe(walkingAnywhere)) return walkingAnywhere;
  throw new StartError(
    `Tài khoản ${ACCOUNT} không chạy được PostgreSQL đi kèm: hãy để dự án và DATA_DIR ở nơi mọi người đi qua được (như /srv), hoặc không chạy bằng root, hoặc đặt DATABASE_URL`,
    `The account ${ACCOUNT} cannot run the PostgreSQL that comes along: keep the project and DATA_DIR where everyone may pass (like /srv), or do not run as root, or set DATABASE_URL`,
  );
}

// A clone under /root (mode 0700) is closed to the account, so it keeps root's right to walk through folders.
function throughSetpriv({ uid, gid }: Account): Runner['run'] {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // Without the securebit access(2), by which initdb looks for its neighbours, would not count the right.
  const rights = [
    `--inh-caps=-all,${WALK_ANYWHERE}`,
    `--ambient-caps=-all,${WALK_ANYWHERE}`,
    '--securebits=+no_setuid_fixup',
  ];
  return (file, args) => execute('setpriv', [...identity, ...rights, '--', file, ...args]);
}

async function findAccount(): Promise<Account | null> {
  const [uid, gid] = await Promise.all([
    execute('id', ['-u', ACCOUNT]),
    execute('id', ['-g', ACCOUNT]),
  ]);
  if (uid.code !== 0 || gid.code !== 0) return null;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

async function createAccount(): Promise<Account> {
  await execute('groupadd', ['--force', '--system', ACCOUNT]);
  const nowhere = [
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ];
  await execute('useradd', ['--system', '--gid', ACCOUNT, ...nowhere, ACCOUNT]);
  const account = await findAccount();
  if (account) return account;
  throw new StartError(
    `PostgreSQL không chạy bằng root và không tạo được tài khoản ${ACCOUNT}: hãy chạy bằng người dùng khác, hoặc đặt DATABASE_URL`,
    `PostgreSQL does not run as root and the account ${ACCOUNT} could not be made: run as another user, or set DATABASE_URL`,
  );
}

function brokenBinaries(): StartError {
  return new StartError(
    'PostgreSQL đi kèm không chạy được trên máy này: hãy chạy npm rebuild, hoặc đặt DATABASE_URL',
    'The PostgreSQL that comes along does not run on this machine: run npm rebuild, or set DATABASE_URL',
  );
}

function execute(file: string, args: string[], account?: Account): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...account,
      // In a session of its own: Ctrl-C reaches the program alone, which drains and then stops the database.
      detached: true,
      cwd: '/',
      // Nothing of the program's environment: a stray PGPORT or PGOPTIONS would be obeyed.
      env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString().trim() }));
  });
}
