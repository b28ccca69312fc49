import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';
import { TextField } from '../../platform/http/fields.js';

export class Forward {
  @TextField({ min: 3, max: 200, description: 'The body outside of the city that gets it.' })
  body: string;

  @TextField({ max: 100, description: 'The number of the document.', example: '123/TTHT-CV' })
  document: string;

  @ApiProperty({ format: 'date', example: '2026-03-10', description: 'The date of the document.' })
  @Matches(/^[12]\d{3}-\d\d-\d\d$/)
  @IsISO8601({ strict: true })
  date: string;

  @TextField({ min: 10, max: 2000, description: 'Why; told to the filer.' })
  text: string;
}
