import type { EntityManager } from 'typeorm';
import { StaffEventRow, type StaffEvent } from './staff-event.entity.js';

interface Told {
  staffId: string;
  type: StaffEvent;
  at: Date;
  by: string | null;
  data?: Record<string, unknown>;
}

/** Puts a change of an account on record, in the transaction of the change. */
export async function recordStaffEvent(
  tx: Pick<EntityManager, 'insert'>,
  { data = {}, ...told }: Told,
): Promise<void> {
  await tx.insert(StaffEventRow, { ...told, data: data as object });
}
