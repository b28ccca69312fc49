import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { InstantField, Optional, PageSizeField, TextField } from '../../platform/http/fields.js';
import { ActorView, FilerView } from './case-view.dto.js';

/** The answer to a reveal: recorded first, then shown once. */
export class Revealed {
  @ApiProperty({ type: FilerView, nullable: true, description: 'Null when nobody said.' })
  filer: FilerView | null;

  @ApiProperty({ description: 'Of the case, with the reveal in it.' })
  version: number;
}

export class ListReveals {
  @InstantField({ optional: true, description: 'From this instant on.' })
  from?: string;

  @InstantField({ optional: true, description: 'Before this instant.' })
  to?: string;

  @ApiProperty({ format: 'uuid', required: false, description: 'The member of staff.' })
  @Optional()
  @IsUUID()
  person?: string;

  @TextField({ max: 300, optional: true, description: '`next` of the page before.' })
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class RevealActor extends ActorView {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

/** Who made themselves known the filer of which case, when and why; never who the filer is. */
export class RevealItem {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: RevealActor })
  by: RevealActor;

  @ApiProperty({ format: 'uuid' })
  complaintId: string;

  @ApiProperty({ type: String, nullable: true })
  category: string | null;

  @ApiProperty()
  privacy: string;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class RevealPage {
  @ApiProperty({ type: [RevealItem] })
  items: RevealItem[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Give it as `after` for the next page.',
  })
  next: string | null;
}
