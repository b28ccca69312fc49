import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { InstantField, Optional } from '../../platform/http/fields.js';

/** Complaints by their filing, in parts. */
export class FiledPeriod {
  @InstantField({ optional: true, description: 'The beginning; 30 days before the end if absent.' })
  from?: string;

  @InstantField({ optional: true, description: 'The end, excluded; now when absent.' })
  to?: string;

  @InstantField({ optional: true, description: '`next.filedAt` of the part before.' })
  afterFiledAt?: string;

  @ApiProperty({ required: false, format: 'uuid', description: '`next.id` of the part before.' })
  @Optional()
  @IsUUID()
  afterId?: string;
}

class FiledPlaceView {
  @ApiProperty({ format: 'date-time' })
  filedAt: string;

  @ApiProperty({ format: 'uuid' })
  id: string;
}

/** One part of a period against what is in force. */
export class FiledPart {
  @ApiProperty({ type: 'integer', description: 'The version that it is compared with.' })
  against: number;

  @ApiProperty({ type: 'integer', description: 'Complaints in the whole period.' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'Complaints in this part.' })
  looked: number;

  @ApiProperty({
    type: FiledPlaceView,
    nullable: true,
    description: 'Where to go on; null at the end.',
  })
  next: FiledPlaceView | null;
}
