import { DataSource } from 'typeorm';
import { City } from '../catalog/city.js';
import { loadCity } from '../catalog/load-city.js';
import { entities } from '../entities.js';
import type { Config } from '../platform/config/config.js';
import { openSecretKey } from '../platform/config/secret-key.js';
import { dataSourceOptions, type DatabaseAddress } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';
import { addressAs, programRole } from '../platform/database/rights.js';
import { checkDatabase } from '../platform/postgres/check-database.js';
import { openEmbeddedPostgres } from '../platform/postgres/embedded-postgres.js';
import { Identities } from '../complaints/identities.js';
import { checkKeys, registerKeys } from '../complaints/identity-keys.js';
import { Door } from '../platform/database/door.js';
import { Keyring } from '../platform/sealing/keyring.js';
import { addDemoAccounts } from './demo-accounts.js';
import { learnFirst } from '../routing/classifier/training.js';
import { sealPlainFilers } from './seal-plain-filers.js';

export interface PreparedDatabase {
  /** As the program's own role connects. */
  address: DatabaseAddress;
  stop(options?: { force?: boolean }): Promise<void>;
}

/**
 * A database that the program can work on: started where it is ours, checked, migrated, with the city's data.
 * @throws StartError with one line that says what to do
 */
export async function prepareDatabase(
  config: Config,
  { supervise, say }: { supervise: boolean; say: (line: string) => void },
): Promise<PreparedDatabase> {
  const key = await openSecretKey(config.secretKeyFile);
  const keyring = await Keyring.open(config);
  const embedded = config.databaseUrl
    ? null
    : await openEmbeddedPostgres({ dataDir: config.dataDir, log: say, supervise });
  try {
    const url = embedded?.url ?? config.databaseUrl ?? '';
    const { warnings } = await checkDatabase(url);
    for (const warning of warnings) say(warning);
    const schema = config.databaseSchema;
    const role = programRole(key);
    await migrate({ url, schema }, role);
    const address = { url: addressAs(url, role), schema };
    const kept = await fill(config, address, { url, schema }, key, keyring);
    for (const file of kept) say(keptOut(file));
    return { address, stop: async (options) => embedded?.stop(options) };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

const keptOut = (file: string) =>
  `${file}: có bản đã ban hành, nội dung mới của tệp chưa được dùng / a published version holds, what is new in the file is not used`;

async function fill(
  config: Config,
  address: DatabaseAddress,
  owner: DatabaseAddress,
  key: Buffer,
  keyring: Keyring,
): Promise<string[]> {
  const source = new DataSource(dataSourceOptions(address, entities, { sees: 'all' }));
  await source.initialize();
  try {
    const { kept } = await loadCity(source, config.cityDir, new Date());
    const door = new Door(source);
    const city = await City.load(source);
    await learnFirst(door, { city, cityDir: config.cityDir, now: new Date() });
    const identities = new Identities(door, keyring);
    await checkKeys(door, identities);
    await registerKeys(door, keyring);
    await sealPlainFilers(owner, identities);
    if (config.demo) await addDemoAccounts(source, config.cityDir, key);
    return kept;
  } finally {
    await source.destroy();
  }
}
