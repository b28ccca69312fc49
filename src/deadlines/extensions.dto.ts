import { ApiProperty } from '@nestjs/swagger';
import { InstantField, TextField } from '../platform/http/fields.js';

export class AskExtension {
  @InstantField({ description: 'The new date: later than the present one, in working time.' })
  until: string;

  @TextField({ min: 10, max: 2000, description: 'Why more time is needed.' })
  text: string;
}

export class GrantExtension {
  @InstantField({ optional: true, description: 'Another date than the one asked for.' })
  until?: string;

  @TextField({ min: 10, max: 2000, description: 'The reason as the filer is told it.' })
  text: string;
}

export class RefuseExtension {
  @TextField({ min: 5, max: 2000, description: 'Why not; told to the agency.' })
  text: string;
}

/** What the policy of the promise admits of extending it. */
export class ExtensionTermsView {
  @ApiProperty({ format: 'date-time', description: 'The date promised to the filer.' })
  dueAt: string;

  @ApiProperty({ format: 'date-time', description: 'No later date is granted.' })
  latest: string;

  @ApiProperty({ type: 'integer', description: 'How often it may be extended.' })
  max: number;

  @ApiProperty({ type: 'integer', description: 'How often it has been.' })
  used: number;

  @ApiProperty({ description: 'The date has passed: it cannot be extended any more.' })
  over: boolean;

  @ApiProperty({
    type: [String],
    format: 'date-time',
    description: 'Dates that may be asked for, each at the end of a working day.',
  })
  choices: string[];
}
