import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Door } from '../../platform/database/door.js';
import { StaffRow } from '../staff.entity.js';
import { StaffIdentityRow } from './staff-identity.entity.js';

const doorman: Actor = { kind: 'system', name: 'sessions' };

export interface Identity {
  issuer: string;
  subject: string;
}

/** Which member of staff an identity of the provider stands for. */
@Injectable()
export class StaffIdentities {
  constructor(private readonly door: Door) {}

  /** The active person linked to it, or null. */
  staffOf({ issuer, subject }: Identity): Promise<StaffRow | null> {
    return this.door.read(doorman, (tx) =>
      tx
        .createQueryBuilder(StaffRow, 'staff')
        .innerJoin(StaffIdentityRow, 'identity', 'identity.staffId = staff.id')
        .where('identity.issuer = :issuer and identity.subject = :subject and staff.active', {
          issuer,
          subject,
        })
        .getOne(),
    );
  }
}

/** Links an identity to an account unless it is linked already. @returns the login that it is linked to */
export async function linkIdentity(
  source: Pick<DataSource, 'query'>,
  login: string,
  { issuer, subject }: Identity,
  at: Date,
): Promise<string | null> {
  await source.query(
    `insert into staff_identity (issuer, subject, staff_id, linked_at)
     select $1, $2, id, $4 from staff where login = $3
     on conflict (issuer, subject) do nothing`,
    [issuer, subject, login.toLowerCase(), at],
  );
  const [linked] = await source.query<{ login: string }[]>(
    `select staff.login from staff_identity join staff on staff.id = staff_identity.staff_id
     where issuer = $1 and subject = $2`,
    [issuer, subject],
  );
  return linked?.login ?? null;
}
