import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/platform/config/config.js';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { StartError } from '../../src/platform/config/start-error.js';
import { temporaryFolder } from './temporary.js';

const folder = await temporaryFolder();

function refusal(env: Record<string, string>): StartError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('configuration', () => {
  it('starts without any variable', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: join(projectRoot(), 'var'),
      databaseUrl: undefined,
      databaseSchema: 'dau_moi',
      secretKeyFile: join(projectRoot(), 'var', 'secret.key'),
      demo: true,
      logLevel: 'info',
      cityDir: join(projectRoot(), 'data', 'hanoi'),
      workers: true,
      drainSeconds: 0,
      identityProvider: undefined,
      trustedProxies: [],
      rateLimits: true,
      filingProof: true,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('reads what is given, and takes an empty variable for an absent one', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::',
      PUBLIC_URL: 'https://1022.example.vn/',
      DATA_DIR: '/srv/dau-moi',
      SMTP_URL: '',
      MAIL_FROM: 'Đầu Mối <no-reply@example.vn>',
      REDIS_URL: 'redis://127.0.0.1:6379',
      LOG_LEVEL: 'DEBUG',
      CITY: 'da-nang',
      WORKERS: 'off',
      DRAIN_SECONDS: '6',
      TRUSTED_PROXIES: '10.0.0.1, fd00::/8',
    });
    expect(config).toMatchObject({
      port: 0,
      publicUrl: 'https://1022.example.vn',
      dataDir: '/srv/dau-moi',
      secretKeyFile: '/srv/dau-moi/secret.key',
      smtpUrl: undefined,
      logLevel: 'debug',
      workers: false,
      drainSeconds: 6,
      trustedProxies: ['10.0.0.1', 'fd00::/8'],
    });
  });

  it('turns the demonstration on only with the embedded database, unless asked for', () => {
    const DATABASE_URL = 'postgres://db.example/dau_moi';
    expect(readConfig({ DATABASE_URL }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL, DEMO: 'true' }).demo).toBe(true);
    expect(readConfig({ DEMO: 'false' }).demo).toBe(false);
  });

  const bad: Record<string, string> = {
    PORT: '65536',
    HOST: 'http://localhost',
    PUBLIC_URL: 'ftp://example.vn',
    DATA_DIR: 'var\0',
    DATABASE_URL: 'mysql://secret@db',
    DATABASE_SCHEMA: 'Dau-Moi',
    SMTP_URL: 'mail.example.vn:25',
    MAIL_FROM: 'nobody',
    SMS_GATEWAY_URL: 'sms.example.vn',
    SMS_GATEWAY_TOKEN: 'two words',
    REDIS_URL: 'localhost',
    CLAMD_HOST: 'localhost',
    SECRET_KEY_FILE: '\0',
    DEMO: 'maybe',
    LOG_LEVEL: 'loud',
    CITY: '../etc',
    WORKERS: '2',
    DRAIN_SECONDS: '61',
    OIDC_ISSUER: 'http://idp.example',
    OIDC_CLIENT_ID: 'two words',
    OIDC_CLIENT_SECRET_FILE: '/nowhere/secret',
    OIDC_SCOPE: 'profile',
    TRUSTED_PROXIES: '10.0.0.1, everybody',
    RATE_LIMITS: 'high',
    FILING_PROOF: 'perhaps',
  };

  it.each(Object.entries(bad))('refuses a bad %s, alone, in both languages', (name, value) => {
    const error = refusal({ [name]: value });
    expect(error.exitCode).toBe(78);
    expect(error.message).toMatch(
      new RegExp(`^Cấu hình sai.*: ${name} .* / Bad.*: ${name} [^\\n]*$`),
    );
    expect(error.message).not.toContain('secret@');
  });

  it('names all bad variables at once', () => {
    const { message } = refusal(bad);
    for (const name of Object.keys(bad)) expect(message).toContain(`${name} `);
    expect(message).not.toContain('\n');
  });

  const client = { OIDC_CLIENT_ID: 'dau-moi' };

  it('takes an identity provider by https, or on this machine', () => {
    const issuers = {
      'https://idp.example': 'https://idp.example/',
      'https://IDP.example/realms/city': 'https://idp.example/realms/city',
      'http://127.0.0.1:8080/': 'http://127.0.0.1:8080/',
      'http://[::1]:8080/': 'http://[::1]:8080/',
      'http://localhost:8080/x': 'http://localhost:8080/x',
    };
    for (const [OIDC_ISSUER, issuer] of Object.entries(issuers))
      expect(readConfig({ ...client, OIDC_ISSUER }).identityProvider).toEqual({
        issuer,
        clientId: 'dau-moi',
        clientSecret: undefined,
        scope: 'openid',
      });
  });

  it.each([
    'http://10.0.0.5',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'https://user:secret@idp.example',
    'https://idp.example/?realm=1',
    'https://idp.example/#x',
    'https://idp.example/.well-known/openid-configuration',
    'idp.example',
  ])('takes no such issuer: %s', (OIDC_ISSUER) => {
    const { message } = refusal({ ...client, OIDC_ISSUER });
    expect(message).toMatch(/: OIDC_ISSUER needs an address/);
    expect(message).not.toContain('secret@');
  });

  it('needs issuer and client together', () => {
    expect(refusal(client).message).toMatch(/OIDC_ISSUER is needed with OIDC_CLIENT_ID$/);
    expect(refusal({ OIDC_ISSUER: 'https://idp.example' }).message).toMatch(
      /OIDC_CLIENT_ID is needed with OIDC_ISSUER$/,
    );
  });

  it.each([
    [0o600, 'the secret\n', null],
    [0o640, 'the secret\n', 'open to others'],
    [0o604, 'the secret\n', 'open to others'],
    [0o600, ' \n', 'not empty'],
  ])('reads a client secret from a file of mode %i: %j', async (mode, text, wrong) => {
    const file = join(folder, `secret-${mode}-${text.length}`);
    await writeFile(file, text, { mode });
    const env = { ...client, OIDC_ISSUER: 'https://idp.example', OIDC_CLIENT_SECRET_FILE: file };
    if (wrong !== null) expect(refusal(env).message).toContain(wrong);
    else expect(readConfig(env).identityProvider?.clientSecret).toBe('the secret');
  });
});
