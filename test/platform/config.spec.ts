import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/platform/config/config.js';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { StartError } from '../../src/platform/config/start-error.js';

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
    REDIS_URL: 'localhost',
    SECRET_KEY_FILE: '\0',
    DEMO: 'maybe',
    LOG_LEVEL: 'loud',
    CITY: '../etc',
    WORKERS: '2',
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
});
