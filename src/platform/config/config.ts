import { isIPv6 } from 'node:net';
import { join, resolve } from 'node:path';
import {
  clientId,
  issuer,
  scope,
  together,
  type IdentityProviderConfig,
} from './identity-provider.js';
import { parseKeys, type IdentityKey } from '../sealing/identity-key.js';
import { projectRoot } from './project-root.js';
import {
  BadValue,
  count,
  type Env,
  matching,
  networks,
  origins,
  oneOf,
  port,
  type Reader,
  seconds,
  secretFile,
  url,
} from './readers.js';
import { BAD_CONFIG, StartError } from './start-error.js';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address listened on. 127.0.0.1 unless asked for: nothing is opened to the network by default. */
  readonly host: string;
  /** Without a slash at its end. With PORT=0 give PUBLIC_URL, or replace its port once it is known. */
  readonly publicUrl: string;
  /** Absolute; a relative DATA_DIR is meant from the project's folder. */
  readonly dataDir: string;
  /** undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly databaseSchema: string;
  /** undefined: mail stays in the outbox, to be read on the mailbox page. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** undefined: no SMS is sent. */
  readonly smsGatewayUrl: string | undefined;
  readonly smsGatewayToken: string | undefined;
  readonly redisUrl: string | undefined;
  /** `host:port` or `unix:/path` of ClamAV's daemon; undefined: files are not scanned. */
  readonly clamdHost: string | undefined;
  readonly secretKeyFile: string;
  /** The first one seals; undefined: the keys are in identityKeysFile. */
  readonly identityKeys: readonly [IdentityKey, ...IdentityKey[]] | undefined;
  readonly identityKeysFile: string;
  readonly demo: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly city: string;
  /** Absolute folder of the city's own data. */
  readonly cityDir: string;
  /** Whether timers and delivery run in this process. */
  readonly workers: boolean;
  /** How long a stopping program serves on after it has said that it is not ready, so that balancers hear of it. */
  readonly drainSeconds: number;
  /** undefined: staff sign in with a password only. */
  readonly identityProvider: IdentityProviderConfig | undefined;
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly rateLimits: boolean;
  /** Whether a filing without a contact needs a proof. */
  readonly filingProof: boolean;
  /** `https://…/{z}/{x}/{y}.png`; undefined: maps draw the city's own wards. */
  readonly mapTiles: string | undefined;
  /** Whose the tiles are, as their licence wants it said. */
  readonly mapAttribution: string | undefined;
  /** Origins to which webhooks may go although they are inside or without TLS. */
  readonly webhooksInside: readonly string[];
  /** Absolute folder of nightly backups; undefined: none are made by the program itself. */
  readonly backupDir: string | undefined;
  /** When, by the city's clock. */
  readonly backupAt: string;
  /** How many archives stay in the folder. */
  readonly backupKeep: number;
}

/** The only reader of the environment. StartError (exit 78) names every bad variable at once. */
export function readConfig(env: Env): Config {
  const problems: BadVariable[] = [];
  const read = <T, F>(name: string, reader: Reader<T>, absent: F): T | F => {
    const value = env[name]?.trim();
    if (!value) return absent;
    try {
      return reader(value);
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      problems.push({ name, vietnamese: error.vietnamese, english: error.english });
      return absent;
    }
  };

  const root = projectRoot();
  const host = read('HOST', hostName, '127.0.0.1');
  const listenOn = read('PORT', port, 3000);
  const dataDir = resolve(root, read('DATA_DIR', path, 'var'));
  const databaseUrl = read('DATABASE_URL', url('postgres:', 'postgresql:'), undefined);
  const city = read('CITY', cityName, 'hanoi');
  const provider = {
    issuer: read('OIDC_ISSUER', issuer, undefined),
    clientId: read('OIDC_CLIENT_ID', clientId, undefined),
    clientSecret: read('OIDC_CLIENT_SECRET_FILE', secretFile(root), undefined),
    scope: read('OIDC_SCOPE', scope, 'openid'),
  };
  const config: Config = {
    port: listenOn,
    host,
    publicUrl: read('PUBLIC_URL', webUrl, baseUrl(host, listenOn)),
    dataDir,
    databaseUrl,
    databaseSchema: read('DATABASE_SCHEMA', schemaName, 'dau_moi'),
    smtpUrl: read('SMTP_URL', url('smtp:', 'smtps:'), undefined),
    mailFrom: read('MAIL_FROM', mailAddress, 'Đầu Mối <dau-moi@localhost>'),
    smsGatewayUrl: read('SMS_GATEWAY_URL', url('https:', 'http:'), undefined),
    smsGatewayToken: read('SMS_GATEWAY_TOKEN', token, undefined),
    redisUrl: read('REDIS_URL', url('redis:', 'rediss:'), undefined),
    clamdHost: read('CLAMD_HOST', clamdAddress, undefined),
    secretKeyFile: resolve(root, read('SECRET_KEY_FILE', path, join(dataDir, 'secret.key'))),
    identityKeys: read('IDENTITY_KEYS', identityKeys, undefined),
    identityKeysFile: resolve(
      root,
      read('IDENTITY_KEYS_FILE', path, join(dataDir, 'identity.keys')),
    ),
    demo: read('DEMO', oneOf('true', 'false'), databaseUrl ? 'false' : 'true') === 'true',
    logLevel: read('LOG_LEVEL', oneOf(...LOG_LEVELS), 'info'),
    city,
    cityDir: join(root, 'data', city),
    workers: read('WORKERS', oneOf('on', 'off'), 'on') === 'on',
    drainSeconds: read('DRAIN_SECONDS', seconds(60), 0),
    identityProvider: together(provider),
    trustedProxies: read('TRUSTED_PROXIES', networks, []),
    rateLimits: read('RATE_LIMITS', oneOf('on', 'off'), 'on') === 'on',
    filingProof: read('FILING_PROOF', oneOf('on', 'off'), 'on') === 'on',
    mapTiles: read('MAP_TILES', tiles, undefined),
    mapAttribution: read('MAP_ATTRIBUTION', attribution, undefined),
    webhooksInside: read('WEBHOOKS_INSIDE', origins, []),
    backupDir: read('BACKUP_DIR', (value) => resolve(root, path(value)), undefined),
    backupAt: read('BACKUP_AT', timeOfDay, '01:30'),
    backupKeep: read('BACKUP_KEEP', count(1, 1000), 14),
  };
  for (const [name, other] of oidcPair)
    if (env[name]?.trim() && !env[other]?.trim())
      problems.push({
        name: other,
        vietnamese: `phải có cùng ${name}`,
        english: `is needed with ${name}`,
      });
  if (problems.length > 0) throw badConfig(problems);
  return Object.freeze(config);
}

/** The address a browser on this machine uses for a program listening on `host`. */
export function baseUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

interface BadVariable {
  name: string;
  vietnamese: string;
  english: string;
}

function badConfig(problems: BadVariable[]): StartError {
  const [vietnamese, english] = (['vietnamese', 'english'] as const).map((language) =>
    problems.map((problem) => `${problem.name} ${problem[language]}`).join('; '),
  );
  return new StartError(
    `Cấu hình sai, hãy sửa: ${vietnamese}`,
    `Bad configuration, please correct: ${english}`,
    BAD_CONFIG,
  );
}

const oidcPair = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['OIDC_CLIENT_ID', 'OIDC_ISSUER'],
] as const;

const path: Reader<string> = matching(/^[^\0]+$/, 'cần một đường dẫn', 'needs a path');
const timeOfDay = matching(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  'cần giờ dạng 01:30',
  'needs a time like 01:30',
);
const tiles = matching(
  /^https?:\/\/[^\s/]+\/(?=\S*\{z\})(?=\S*\{x\})(?=\S*\{y\})\S+$/,
  'cần dạng https://…/{z}/{x}/{y}.png',
  'needs the form https://…/{z}/{x}/{y}.png',
);
const attribution = matching(/^[^<>]{1,200}$/, 'cần chữ thường, không thẻ', 'needs plain words');
const token = matching(
  /^[\x21-\x7e]{1,500}$/,
  'cần các ký tự in được, không khoảng trắng',
  'needs printable characters without blanks',
);
const hostName = matching(
  /^[A-Za-z0-9.:_-]+$/,
  'cần một địa chỉ IP hoặc tên máy, không kèm http://',
  'needs an IP address or host name, without http://',
);
const clamdAddress = matching(
  /^(unix:\/.+|([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5})$/,
  'cần dạng máy:cổng hoặc unix:/đường/dẫn',
  'needs host:port or unix:/path',
);
const schemaName = matching(
  /^[a-z_][a-z0-9_]{0,40}$/,
  'cần chữ thường, số, dấu gạch dưới, tối đa 41 ký tự',
  'needs lower-case letters, digits and underscores, at most 41',
);
const cityName = matching(
  /^[a-z0-9][a-z0-9-]*$/,
  'cần tên một thư mục trong data/',
  'needs the name of a folder in data/',
);
const mailAddress = matching(
  /^([^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
  'cần một địa chỉ thư: ten@mien hoặc Tên <ten@mien>',
  'needs a mail address: name@domain or Name <name@domain>',
);
const identityKeys: Reader<[IdentityKey, ...IdentityKey[]]> = (value) => {
  const [first, ...others] = parseKeys(value) ?? [];
  if (first) return [first, ...others];
  throw new BadValue(
    'cần id:base64,id:base64 với khóa 32 byte, mã khóa gồm a-z, 0-9, gạch nối',
    'needs id:base64,id:base64 with keys of 32 bytes and ids of a-z, 0-9, dashes',
  );
};
const webUrl: Reader<string> = (value) => url('http:', 'https:')(value).replace(/\/+$/, '');
