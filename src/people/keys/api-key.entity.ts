import type { KeyScopeName } from '#permissions';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffRow } from '../staff.entity.js';

/** What a system of another organisation comes with. The key itself is kept nowhere. */
@Entity('api_key')
export class ApiKeyRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Whose system it is. */
  @Column('text')
  organisation: string;

  /** Null: of the whole city. */
  @Column('text', { nullable: true })
  agency: string | null;

  @Column('text', { array: true })
  scopes: KeyScopeName[];

  /** Addresses and networks that it may come from; none named: from anywhere. */
  @Column('text', { array: true })
  ranges: string[];

  @Column('timestamptz', { name: 'valid_until' })
  validUntil: Date;

  /** The first characters, by which people tell keys apart. */
  @Column('text')
  hint: string;

  @Column('text', { name: 'hash' })
  @Index('api_key_hash', { unique: true })
  hash: string;

  /** Of the key before the last rotation, which lives on for a while. */
  @Column('text', { name: 'old_hash', nullable: true })
  @Index('api_key_old_hash', { unique: true, where: '"old_hash" is not null' })
  oldHash: string | null;

  @Column('timestamptz', { name: 'old_until', nullable: true })
  oldUntil: Date | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @ForeignKey(() => StaffRow)
  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}
