import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentPath, attachmentsIn } from '../../platform/attachment-path.js';
import { standing, standingOf, type StandingRow } from '../../platform/backup/runs.js';
import { concernOf } from '../../platform/backup/schedule.js';
import type { Time } from '../../platform/time.js';
import { figure } from '../say.js';
import type { Opened } from './database.js';
import { bad, type Check, good, look, none, words } from './finding.js';

const LATE_SECONDS = 60;
const OLD_OUTBOX_SECONDS = 600;
/** The sweep takes them away within two days. */
const ORPHAN_MS = 3 * 86_400_000;
const PAGE = 1000;

/** What can be wrong with the daily work. */
export function workChecks(opened: Opened, time: Time, machine: Time): Record<string, Check> {
  const checks = { timers: checkTimers, outbox: checkOutbox, log: checkLog, backup: checkBackup };
  const ofTime = Object.entries(checks).map(([name, check]) => [name, () => check(opened, time)]);
  return {
    ...(Object.fromEntries(ofTime) as Record<string, Check>),
    files: () => checkFiles(opened),
    orphans: () => checkOrphans(opened, machine),
  };
}

const stopped = words(
  'chạy chương trình với WORKERS=on ở ít nhất một máy; xem nhật ký của nó',
  'run the program with WORKERS=on on at least one machine; see its log',
);

const age = (at: Date | null, time: Time) =>
  at ? Math.max(0, Math.round((time.now().getTime() - at.getTime()) / 1000)) : 0;

async function checkTimers({ client }: Opened, time: Time) {
  const { rows } = await client.query<{ at: Date | null }>(
    'select min(next_at) as at from complaint where next_at is not null',
  );
  const late = age(rows[0]?.at ?? null, time);
  if (late < LATE_SECONDS) return good('không bước nào trễ', 'no step is late');
  return bad(
    words(`bước trễ nhất đã trễ ${figure(late)} giây`, `the most overdue step is ${late} s late`),
    stopped,
  );
}

async function checkOutbox({ client, config }: Opened, time: Time) {
  const { rows } = await client.query<{ oldest: Date | null; dead: number }>(
    `select min(created_at) filter (where state = 'waiting' and coalesce(held_until, $1) <= $1) as oldest,
       count(*) filter (where state = 'dead')::int as dead from outbox`,
    [time.now()],
  );
  const { oldest = null, dead = 0 } = rows[0] ?? {};
  const waited = age(oldest, time);
  if (dead > 0)
    return look(
      words(`${figure(dead)} thư đã bỏ cuộc`, `${dead} mails were given up`),
      words(
        'xem GET /api/outbox?state=dead, sửa nguyên nhân rồi gửi lại',
        'see GET /api/outbox?state=dead, mend the cause, then resend',
      ),
    );
  // Without a server mails wait until there is one.
  if (waited < OLD_OUTBOX_SECONDS || !config.smtpUrl)
    return good('không thư nào bị kẹt', 'nothing is stuck');
  return bad(
    words(`thư cũ nhất đã chờ ${figure(waited)} giây`, `the oldest has waited for ${waited} s`),
    stopped,
  );
}

async function checkLog({ client }: Opened) {
  const { rows } = await client.query<{ ahead: boolean; behind: number }>(
    `select coalesce(max(xid) >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint, false) as ahead,
       (select count(*)::int from log_follower f where exists (select from complaint_event e
         where (e.xid, e.seq) > (f.xid, f.seq) and e.at < now() - interval '10 minutes'
           and e.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)) as behind
     from complaint_event`,
  );
  const { ahead = false, behind = 0 } = rows[0] ?? {};
  if (ahead)
    return bad(
      words(
        'số giao dịch của nhật ký đi trước máy chủ này: màn hình trực tiếp sẽ im lặng',
        "the log's transaction numbers are ahead of this server: live views stay silent",
      ),
      words(
        'dữ liệu không được khôi phục bằng lệnh restore: hãy sao lưu và khôi phục bằng lệnh đó',
        'it was not brought here by restore: make a backup and bring it here by that',
      ),
    );
  if (behind === 0) return good('mọi nơi đọc nhật ký đã theo kịp', 'who follows it is up to date');
  return look(
    words(`${behind} nơi đọc nhật ký bị chậm`, `${behind} that follow the log are behind`),
    stopped,
  );
}

async function checkBackup({ client, config }: Opened, time: Time) {
  const mend = words(
    'chạy npm run cli -- backup <tệp>, hoặc đặt BACKUP_DIR; nhật ký nói vì sao lần trước hỏng',
    'run npm run cli -- backup <file>, or set BACKUP_DIR; the log says why the last one failed',
  );
  const { rows: there } = await client.query<{ here: boolean }>(
    `select to_regclass('backup_run') is not null as here`,
  );
  if (!there[0]?.here)
    return look(words('chưa có bản sao lưu nào', 'there is no backup yet'), mend);
  const { rows } = await client.query<StandingRow>(standing);
  const known = standingOf(rows[0] ?? { good: null, last: null });
  const concern = concernOf(time.now(), known);
  const hours = known.good ? Math.round(age(known.good.startedAt, time) / 3600) : null;
  if (concern === null)
    return good(`bản gần nhất ${hours} giờ trước`, `the last one was ${hours} hours ago`);
  const vi = hours === null ? 'chưa có bản sao lưu tốt' : `bản tốt gần nhất ${hours} giờ trước`;
  const said = words(`${vi} (${concern})`, concern);
  return config.backupDir ? bad(said, mend) : look(said, mend);
}

/** Whether every file that a row names is in the store. */
async function checkFiles({ client, config }: Opened) {
  let count = 0;
  const missing: string[] = [];
  for (let after = ''; ;) {
    const { rows } = await client.query<{ sha256: string }>(
      'select distinct sha256 from attachment where sha256 > $1 order by 1 limit $2',
      [after, PAGE],
    );
    for (const { sha256 } of rows)
      if (!(await isThere(attachmentPath(config.dataDir, sha256)))) missing.push(sha256);
    count += rows.length;
    const last = rows.at(-1);
    if (!last) break;
    after = last.sha256;
  }
  if (missing.length === 0)
    return good(`đủ ${figure(count)} tệp đính kèm`, `all ${count} attachments are there`);
  return bad(
    words(
      `thiếu ${figure(missing.length)} tệp đính kèm (${missing[0]})`,
      `${missing.length} attachments are missing (${missing[0]})`,
    ),
    words(
      'lấy lại từ bản sao lưu: tar xzf <tệp> attachments/<tên>, đặt vào attachments/<2 ký tự đầu>/',
      'bring them back from a backup: tar xzf <file> attachments/<name>, into attachments/<first 2 signs>/',
    ),
  );
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function checkOrphans({ client, config }: Opened, machine: Time) {
  const before = machine.now().getTime() - ORPHAN_MS;
  const root = attachmentsIn(config.dataDir);
  const folders = await readdir(root).catch(() => null);
  if (!folders) return none('chưa có kho tệp', 'there is no store of files yet');
  let orphans = 0;
  for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const old = await oldFilesIn(join(root, folder), before);
    const { rows } = await client.query<{ sha256: string }>(
      'select distinct sha256 from attachment where sha256 = any($1)',
      [old],
    );
    orphans += old.length - rows.length;
  }
  if (orphans === 0) return good('không tệp nào thừa', 'no file is left over');
  return look(
    words(
      `${figure(orphans)} tệp không hồ sơ nào nhắc tới đã hơn ba ngày`,
      `${orphans} files that no case names are older than three days`,
    ),
    stopped,
  );
}

async function oldFilesIn(folder: string, before: number): Promise<string[]> {
  const names = await readdir(folder);
  const old: string[] = [];
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && found.mtimeMs < before) old.push(name);
  }
  return old;
}
