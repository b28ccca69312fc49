import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { derive, openSecretKey } from '../../src/platform/config/secret-key.js';
import { StartError } from '../../src/platform/config/start-error.js';
import { temporaryFolder } from './temporary.js';

const folder = await temporaryFolder();

describe('secret key', () => {
  it('is made once, for the owner alone, whoever asks first', async () => {
    const file = join(folder, 'deeper', 'secret.key');
    const keys = await Promise.all([openSecretKey(file), openSecretKey(file)]);
    expect(keys[0]).toHaveLength(32);
    expect(keys[1]).toEqual(keys[0]);
    expect(await openSecretKey(file)).toEqual(keys[0]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toBe(`${keys[0].toString('base64')}\n`);
  });

  it('is refused when others can read it', async () => {
    const file = join(folder, 'open.key');
    await openSecretKey(file);
    await chmod(file, 0o640);
    await expect(openSecretKey(file)).rejects.toThrow(/chmod 600/);
  });

  it.each(['', 'short', `${Buffer.alloc(31).toString('base64')}\n`, 'ß'.repeat(44)])(
    'is refused when malformed: %j',
    async (text) => {
      const file = join(folder, 'malformed.key');
      await writeFile(file, text, { mode: 0o600 });
      await expect(openSecretKey(file)).rejects.toThrow(StartError);
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );

  it('is not made below a file', async () => {
    const file = join(folder, 'plain');
    await writeFile(file, '');
    await expect(openSecretKey(join(file, 'secret.key'))).rejects.toThrow(StartError);
  });

  it('gives every purpose its own key', () => {
    const key = Buffer.alloc(32, 7);
    expect(derive(key, 'sessions')).toHaveLength(32);
    expect(derive(key, 'sessions')).toEqual(derive(key, 'sessions'));
    expect(derive(key, 'sessions')).not.toEqual(derive(key, 'links'));
  });
});
