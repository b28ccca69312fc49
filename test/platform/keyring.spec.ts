import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/platform/config/config.js';
import { StartError } from '../../src/platform/config/start-error.js';
import { formatKeys, newIdentityKey } from '../../src/platform/sealing/identity-key.js';
import { Keyring } from '../../src/platform/sealing/keyring.js';
import { temporaryFolder } from './temporary.js';

const folder = await temporaryFolder();
const openAt = (file: string) => Keyring.open({ identityKeys: undefined, identityKeysFile: file });
const idsOf = ({ all }: Keyring) => all.map(({ id }) => id);

describe('the keys of identities', () => {
  it('are made once, for the owner alone, whoever asks first', async () => {
    const file = join(folder, 'deeper', 'identity.keys');
    const rings = await Promise.all([openAt(file), openAt(file)]);
    expect(rings[0].all).toHaveLength(1);
    expect(rings[1].all).toEqual(rings[0].all);
    expect((await openAt(file)).all).toEqual(rings[0].all);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toBe(formatKeys(rings[0].all));
  });

  it('come from the environment where it has them, and then from nowhere else', async () => {
    const [one, other] = [newIdentityKey(), newIdentityKey()];
    const text = formatKeys([one, other]).trim().replace('\n', ',');
    const ring = await Keyring.open(readConfig({ DATA_DIR: folder, IDENTITY_KEYS: text }));
    expect([idsOf(ring), ring.present.id, ring.writable]).toEqual([
      [one.id, other.id],
      one.id,
      false,
    ]);
    await expect(stat(join(folder, 'identity.keys'))).rejects.toThrow('ENOENT');
    await ring.reload();
    expect(idsOf(ring)).toEqual([one.id, other.id]);
    await expect(ring.replace([other])).rejects.toThrow();
  });

  it('are refused in a broken variable, which is not repeated', () => {
    const read = () => readConfig({ IDENTITY_KEYS: 'k1:c2VjcmV0' });
    expect(read).toThrow(StartError);
    expect(read).toThrow(/IDENTITY_KEYS needs id:base64/);
    expect(read).not.toThrow(/c2VjcmV0/);
  });

  it('are refused when others can read them', async () => {
    const file = join(folder, 'open.keys');
    await openAt(file);
    await chmod(file, 0o640);
    await expect(openAt(file)).rejects.toThrow(/chmod 600/);
  });

  it.each(['', 'k1', 'k1:c2hvcnQ=\n'])('are refused when malformed: %j', async (text) => {
    const file = join(folder, 'malformed.keys');
    await writeFile(file, text, { mode: 0o600 });
    await expect(openAt(file)).rejects.toThrow(/is malformed/);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('are not made below a file', async () => {
    const file = join(folder, 'plain');
    await writeFile(file, '');
    await expect(openAt(join(file, 'identity.keys'))).rejects.toThrow(/IDENTITY_KEYS_FILE/);
  });

  it('are read again for a text that a new one has sealed', async () => {
    const file = join(folder, 'shared.keys');
    const [running, rotating] = [await openAt(file), await openAt(file)];
    const old = running.seal('here', 'An');
    await rotating.replace([newIdentityKey(), ...rotating.all]);
    expect(running.present).not.toEqual(rotating.present);
    expect(await running.unseal('here', rotating.seal('here', 'Bình'))).toBe('Bình');
    expect(running.present).toEqual(rotating.present);
    expect(await running.unseal('here', old)).toBe('An');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const stranger = Keyring.of(newIdentityKey()).seal('here', 'Chi');
    await expect(running.unseal('here', stranger)).rejects.toMatchObject({ reason: 'unknown_key' });
  });
});
