import { Entity, PrimaryColumn } from 'typeorm';

/** The ids of the keys that identities may be sealed with; the keys themselves are never in the database. */
@Entity('identity_key')
export class IdentityKeyRow {
  @PrimaryColumn('text')
  id: string;
}
