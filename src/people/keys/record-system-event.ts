import type { EntityManager } from 'typeorm';
import { SystemEventRow } from './system-event.entity.js';

type Told = Omit<SystemEventRow, 'seq' | 'data'> & { data?: Record<string, unknown> };

/** Puts a change of a key or a receiver on record, in the transaction of the change. */
export async function recordSystemEvent(
  tx: Pick<EntityManager, 'insert'>,
  { data = {}, ...told }: Told,
): Promise<void> {
  await tx.insert(SystemEventRow, { ...told, data: data as object });
}
