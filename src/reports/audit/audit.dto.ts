import { ApiProperty } from '@nestjs/swagger';
import { IsUUID, Matches } from 'class-validator';
import {
  InstantField,
  Optional,
  PageSizeField,
  TextField,
  WordField,
} from '../../platform/http/fields.js';

export const auditSources = ['city', 'staff', 'case', 'system'] as const;
export type AuditSource = (typeof auditSources)[number];

export class ListAudit {
  @WordField(auditSources, {
    optional: true,
    description: 'Cases, accounts, published versions, or keys and webhooks.',
  })
  source?: AuditSource;

  @ApiProperty({ format: 'uuid', required: false, description: 'Who did it.' })
  @Optional()
  @IsUUID()
  actor?: string;

  @ApiProperty({ required: false, example: 'identity_revealed' })
  @Optional()
  @Matches(/^[a-z_]{1,60}$/)
  type?: string;

  @ApiProperty({ format: 'uuid', required: false, description: 'What was done to this case.' })
  @Optional()
  @IsUUID()
  case?: string;

  @InstantField({ optional: true, description: '30 days before the end when absent.' })
  from?: string;

  @InstantField({ optional: true, description: 'The end, excluded; now when absent.' })
  to?: string;

  @TextField({ max: 300, optional: true, description: '`next` of the page before.' })
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class AuditItem {
  @ApiProperty({ enum: auditSources })
  source: AuditSource;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ example: 'assigned' })
  type: string;

  @ApiProperty({ example: 'staff', description: 'staff, filer, partner or system.' })
  kind: string;

  @ApiProperty({ type: String, nullable: true, description: 'The name of a member of staff.' })
  actor: string | null;

  @ApiProperty({ type: String, nullable: true })
  role: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'In whose place.' })
  actingFor: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  complaintId: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Whose account.' })
  person: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'calendars 3 · 12/QĐ-UBND' })
  version: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The name of a key or a receiver.' })
  system: string | null;
}

export class AuditPage {
  @ApiProperty({ type: [AuditItem] })
  items: AuditItem[];

  @ApiProperty({ type: String, nullable: true, description: '`after` of the next, older page.' })
  next: string | null;
}
