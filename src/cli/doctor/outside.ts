import { access, constants, mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { connect as connectTo, type NetConnectOpts } from 'node:net';
import { connect as connectByTls } from 'node:tls';
import { createTransport } from 'nodemailer';
import type { Config } from '../../platform/config/config.js';
import { bad, type Check, good, look, none, words } from './finding.js';

const PATIENCE_MS = 5000;

/** What can be wrong with those that the program works with. */
export const outsideChecks = (config: Config): Record<string, Check> => ({
  smtp: () => checkMail(config),
  sms: () => checkReach(config.smsGatewayUrl, 'SMS_GATEWAY_URL'),
  clamav: () => checkReach(config.clamdHost, 'CLAMD_HOST'),
  redis: () => checkReach(config.redisUrl, 'REDIS_URL'),
  'sign-in': () => checkReach(config.identityProvider?.issuer, 'OIDC_ISSUER'),
  'backup-folder': () => checkBackupFolder(config),
});

async function checkMail({ smtpUrl, demo }: Config) {
  if (!smtpUrl && demo)
    return none('demo: thư ở trang hộp thư', 'demo: mails are on the mailbox page');
  if (!smtpUrl)
    return look(
      words('chưa có SMTP_URL: thư chỉ nằm chờ', 'no SMTP_URL: mails only wait'),
      words('đặt SMTP_URL của máy chủ thư', 'set SMTP_URL to the mail server'),
    );
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    return good('máy chủ thư trả lời và nhận đăng nhập', 'the mail server answers and lets us in');
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    const why = responseCode ?? code ?? 'unknown';
    return bad(
      words(`máy chủ thư không dùng được (${why})`, `the mail server cannot be used (${why})`),
      words(
        'kiểm tra SMTP_URL, mật khẩu và tường lửa; thư chờ đến khi máy chủ trở lại',
        'check SMTP_URL, the password and firewalls; mails wait until it is back',
      ),
    );
  } finally {
    transport.close();
  }
}

const PORTS: Record<string, number> = {
  'http:': 80,
  'https:': 443,
  'redis:': 6379,
  'rediss:': 6379,
};

function placeOf(address: string): NetConnectOpts & { tls: boolean } {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length), tls: false };
  const url = new URL(address.includes('://') ? address : `tcp://${address}`);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(url.port) || (PORTS[url.protocol] ?? 0);
  return { host, port, tls: /^(https|rediss):$/.test(url.protocol) };
}

/** Whether somebody takes a connection there. */
async function checkReach(address: string | undefined, variable: string) {
  if (!address) return none(`không đặt ${variable}`, `${variable} is not set`);
  const { tls, ...place } = placeOf(address);
  const where = 'path' in place ? place.path : `${place.host}:${place.port}`;
  const name = 'host' in place ? place.host : undefined;
  const socket = tls ? connectByTls({ ...place, servername: name }) : connectTo(place);
  try {
    await once(socket, tls ? 'secureConnect' : 'connect', {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return good(`${where} trả lời`, `${where} answers`);
  } catch (error) {
    const { code, name: kind } = error as NodeJS.ErrnoException;
    return bad(
      words(
        `không tới được ${where} (${code ?? kind})`,
        `${where} cannot be reached (${code ?? kind})`,
      ),
      words(
        `kiểm tra ${variable}, máy đó có chạy không, tường lửa`,
        `check ${variable}, whether it runs, and firewalls`,
      ),
    );
  } finally {
    socket.destroy();
  }
}

async function checkBackupFolder({ backupDir }: Config) {
  if (!backupDir)
    return none(
      'không đặt BACKUP_DIR: chương trình không tự sao lưu',
      'BACKUP_DIR is not set: the program makes no backups by itself',
    );
  try {
    await mkdir(backupDir, { recursive: true, mode: 0o700 });
    await access(backupDir, constants.W_OK | constants.X_OK);
    return good(`ghi được vào ${backupDir}`, `${backupDir} can be written`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return bad(
      words(
        `không ghi được vào ${backupDir} (${code})`,
        `${backupDir} cannot be written (${code})`,
      ),
      words(
        'cấp quyền ghi, gắn lại ổ đĩa đó, hoặc đặt BACKUP_DIR khác',
        'give the right to write there, mount that disk, or set another BACKUP_DIR',
      ),
    );
  }
}
