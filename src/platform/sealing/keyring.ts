import { createKeyFile, readKeyFile, replaceKeyFile } from '../config/key-file.js';
import type { Config } from '../config/config.js';
import { BAD_CONFIG, StartError } from '../config/start-error.js';
import { formatKeys, newIdentityKey, parseKeys, type IdentityKey } from './identity-key.js';
import { seal, SealError, unseal } from './seal.js';

type Keys = readonly [IdentityKey, ...IdentityKey[]];

/** The keys of identities in memory: the first one seals, all open. */
export class Keyring {
  private constructor(
    private keys: Keys,
    /** Null: the keys came from the environment and are not written here. */
    private readonly file: string | null,
  ) {}

  /** The keys of the environment, else of the file, which is made when it is missing. @throws StartError */
  static async open({
    identityKeys,
    identityKeysFile: file,
  }: Pick<Config, 'identityKeys' | 'identityKeysFile'>): Promise<Keyring> {
    if (identityKeys) return new Keyring(identityKeys, null);
    const known = await readKeys(file);
    if (known) return new Keyring(known, file);
    await createKeyFile(file, formatKeys([newIdentityKey()]));
    const made = await readKeys(file);
    if (!made) throw new Error(`${file} vanished while it was made`);
    return new Keyring(made, file);
  }

  /** The keys of the environment, else of the file; null where there is none yet. @throws StartError */
  static async known({
    identityKeys,
    identityKeysFile: file,
  }: Pick<Config, 'identityKeys' | 'identityKeysFile'>): Promise<Keys | null> {
    return identityKeys ?? (await readKeys(file));
  }

  static of(...keys: Keys): Keyring {
    return new Keyring(keys, null);
  }

  get present(): IdentityKey {
    return this.keys[0];
  }

  get all(): readonly IdentityKey[] {
    return this.keys;
  }

  get writable(): boolean {
    return this.file !== null;
  }

  seal(place: string, text: string): string {
    return seal(this.present, place, text);
  }

  /** @throws SealError */
  async unseal(place: string, sealed: string): Promise<string> {
    try {
      return unseal(this.keys, place, sealed);
    } catch (error) {
      if (!(error instanceof SealError) || error.reason !== 'unknown_key') throw error;
      // A rotation beside this program has put a new key into the file.
      await this.reload();
      return unseal(this.keys, place, sealed);
    }
  }

  /** Reads the file again, where there is one. */
  async reload(): Promise<void> {
    this.keys = (this.file && (await readKeys(this.file))) || this.keys;
  }

  /** Writes other keys to the file and takes them. */
  async replace(keys: Keys): Promise<void> {
    if (this.file === null) throw new Error('keys of the environment are not written');
    await replaceKeyFile(this.file, formatKeys(keys));
    this.keys = keys;
  }
}

async function readKeys(file: string): Promise<Keys | null> {
  const text = await readKeyFile(file, 'IDENTITY_KEYS_FILE');
  if (text === null) return null;
  const [first, ...others] = parseKeys(text) ?? [];
  if (first) return [first, ...others];
  throw new StartError(
    `Tệp khóa ${file} hỏng: hãy lấy lại từ bản sao lưu (mỗi dòng một khóa id:base64, 32 byte)`,
    `The key file ${file} is malformed: bring it back from a backup (a key id:base64 of 32 bytes on each line)`,
    BAD_CONFIG,
  );
}
