import type { Command } from 'commander';
import { Identities } from '../complaints/identities.js';
import { registerKeys } from '../complaints/identity-keys.js';
import { IdentityRotation, UnreadableIdentity } from '../complaints/identity-rotation.js';
import { StartError } from '../platform/config/start-error.js';
import { Door } from '../platform/database/door.js';
import { Keyring } from '../platform/sealing/keyring.js';
import { withDatabase, type Desk } from './database.js';
import { progress } from './progress.js';
import { figure, pace, say, tell } from './say.js';

// Any fixed number: two rotations at once would each write a key file without the other's key.
const ROTATION_LOCK = 7_318_002;

export interface Rotated {
  /** The key that seals now. */
  present: string;
  resealed: number;
  /** Keys that seal nothing any more; taken out of the file, unless they were to be kept or are not written here. */
  unused: string[];
  finished: boolean;
}

/** Seals every identity under a new key, or goes on where it was interrupted. @throws StartError */
export async function rotateIdentityKey(
  desk: Pick<Desk, 'config' | 'source' | 'signal'>,
  { keepOld = false }: { keepOld?: boolean } = {},
  show = progress,
): Promise<Rotated> {
  const lock = desk.source.createQueryRunner();
  try {
    const [row] = await lock.manager.query<{ taken: boolean }[]>(
      'select pg_try_advisory_lock($1) as taken',
      [ROTATION_LOCK],
    );
    if (!row?.taken)
      throw new StartError('Đang có một lần xoay khóa khác chạy', 'Another rotation is under way');
    try {
      return await rotate(desk, keepOld, show);
    } catch (error) {
      throw error instanceof UnreadableIdentity ? damaged(error) : error;
    } finally {
      await lock.manager.query('select pg_advisory_unlock($1)', [ROTATION_LOCK]);
    }
  } finally {
    await lock.release();
  }
}

const damaged = ({ complaintId }: UnreadableIdentity) =>
  new StartError(
    `Danh tính của phản ánh ${complaintId} không mở được bằng khóa nào: khôi phục hàng này trong bảng filer từ bản sao lưu, rồi chạy lại`,
    `The identity of complaint ${complaintId} opens with no key: bring its row of filer back from a backup, then run again`,
  );

async function rotate(
  { config, source, signal }: Pick<Desk, 'config' | 'source' | 'signal'>,
  keepOld: boolean,
  show: typeof progress,
): Promise<Rotated> {
  const keyring = await Keyring.open(config);
  const door = new Door(source);
  const identities = new Identities(door, keyring);
  const rotation = new IdentityRotation(door, identities, keyring);
  // Rows under an older key: a rotation was interrupted, or the environment has a new first key.
  if (keyring.writable && (await rotation.left()) === 0) await rotation.addKey();
  await registerKeys(door, keyring);
  const bar = show('rotate', await rotation.left());
  const resealed = await rotation.reseal((rows) => bar.at(rows), signal);
  bar.end();
  const present = keyring.present.id;
  if (signal.aborted) return { present, resealed, unused: [], finished: false };
  // A program that still has an old environment must be able to go on filing; the file is read by all.
  if (keyring.writable) for (const id of await rotation.others()) await rotation.retire(id);
  const unused = keyring.all.map(({ id }) => id).filter((id) => id !== present);
  if (keyring.writable && !keepOld) await keyring.replace([keyring.present]);
  return { present, resealed, unused, finished: true };
}

/** Adds `rotate-identity-key` to the program. */
export function addRotateIdentityKey(program: Command): void {
  program
    .command('rotate-identity-key')
    .description('Niêm phong lại danh tính bằng khóa mới / seal identities under a new key')
    .option('--keep-old', 'giữ khóa cũ trong tệp / leave old keys in the file')
    .action((options: { keepOld?: boolean }) =>
      withDatabase(async (desk) => {
        const since = performance.now();
        const done = await rotateIdentityKey(desk, options);
        tell(
          `${figure(done.resealed)} danh tính niêm phong lại bằng khóa ${done.present} (${pace(done.resealed, since, 'dòng')})`,
        );
        tell(`${done.resealed} identities sealed anew with the key ${done.present}`);
        if (!done.finished)
          say('Đã dừng giữa chừng, chạy lại để tiếp / Stopped, run again to go on');
        if (done.unused.length > 0) tell(unusedLine(done.unused, desk.config, options));
      }),
    );
}

function unusedLine(
  unused: string[],
  { identityKeys }: Desk['config'],
  { keepOld }: { keepOld?: boolean },
): string {
  const keys = unused.join(', ');
  if (identityKeys)
    return `Khi mọi bản chạy đã có khóa mới đứng đầu và lệnh này không còn gì để làm, bỏ được ${keys} khỏi IDENTITY_KEYS / Once every program has the new first key and this finds nothing more to do, take out of IDENTITY_KEYS: ${keys}`;
  return keepOld
    ? `Khóa cũ vẫn còn trong tệp / old keys left in the file: ${keys}`
    : `Đã bỏ khóa cũ / old keys removed: ${keys}`;
}
