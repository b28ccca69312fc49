import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { PersonView } from '../../people/duty/duty.dto.js';
import { CodeField, Optional, PageSizeField, TextField } from '../../platform/http/fields.js';

export class ListStaff {
  @CodeField({ optional: true, description: 'The agency they work in.' })
  agency?: string;

  @ApiProperty({ format: 'uuid', required: false, description: '`next` of the page before.' })
  @Optional()
  @IsUUID()
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class StaffItem extends PersonView {
  @ApiProperty({ type: String, nullable: true, description: 'For the administrator only.' })
  email: string | null;

  @ApiProperty({ description: 'Hands over; nothing new is given to this person.' })
  leaving: boolean;

  @ApiProperty({ type: 'integer', description: 'Open cases that this person works on.' })
  openCases: number;
}

export class StaffPage {
  @ApiProperty({ type: [StaffItem] })
  items: StaffItem[];

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  next: string | null;
}

export class Leave {
  @ApiProperty({ format: 'uuid', description: 'Who takes over: an active colleague of the unit.' })
  @IsUUID()
  successor: string;

  @TextField({ max: 1000, optional: true, description: 'Stands at each case that is handed over.' })
  reason?: string;
}

export class LeaveProgress {
  @ApiProperty({ type: 'integer', description: 'Cases handed over by this call.' })
  handedOver: number;

  @ApiProperty({
    type: 'integer',
    description: 'Still to do: call again. At 0 the account has ended.',
  })
  left: number;
}
