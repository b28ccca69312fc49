import { DataSource } from 'typeorm';
import { dataSourceOptions, type DatabaseAddress } from './data-source.js';
import { grantRights, type ProgramRole } from './rights.js';

// Any fixed number: replicas that start together migrate one after the other.
export const MIGRATION_LOCK = 7_318_001;

/** Brings the schema up to this program's version and grants the program's role its rights. */
export async function migrate(address: DatabaseAddress, role: ProgramRole): Promise<void> {
  const owner = new DataSource(dataSourceOptions(address, [], { sees: 'all' }));
  await owner.initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await owner.query(`create schema if not exists ${address.schema}`);
    await owner.runMigrations({ transaction: 'each' });
    await grantRights(owner, address.schema, role);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await owner.destroy();
  }
}
