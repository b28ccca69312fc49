import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { PersonView } from '../../people/duty/duty.dto.js';
import { CodeField, Optional, PageSizeField } from '../../platform/http/fields.js';

export class ListPeopleStanding {
  @CodeField({ optional: true, description: 'Of one agency.' })
  agency?: string;

  @ApiProperty({ format: 'uuid', required: false, description: '`next` of the page before.' })
  @Optional()
  @IsUUID()
  after?: string;

  @PageSizeField()
  limit?: number;
}

export class PersonStanding extends PersonView {
  @ApiProperty({ type: 'integer', description: 'Cases that this person works on.' })
  open: number;

  @ApiProperty({ type: 'integer', description: 'Of these, past the date promised to the filer.' })
  late: number;

  @ApiProperty({ type: 'integer', description: 'Of these, promised for later today.' })
  dueToday: number;

  @ApiProperty({ type: 'integer', description: 'Of these, waiting for the filer.' })
  waiting: number;

  @ApiProperty({ type: 'integer', description: 'Answered this month.' })
  answered: number;

  @ApiProperty({ type: 'integer', description: "Of these, within the agency's own time." })
  onTime: number;
}

export class PeopleStandingPage {
  @ApiProperty({ format: 'date-time', description: 'When the month began.' })
  from: string;

  @ApiProperty({ format: 'date-time', description: 'When it ends.' })
  to: string;

  @ApiProperty({ format: 'date-time' })
  asOf: string;

  @ApiProperty({ type: [PersonStanding] })
  items: PersonStanding[];

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  next: string | null;
}
