import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { TextField } from '../../platform/http/fields.js';

export class KeepDraft {
  @TextField({ max: 40, example: 'reject', description: 'The command it is for.' })
  field: string;

  @ApiProperty({ maxLength: 4000, description: 'As it is typed; empty: the draft goes.' })
  @IsString()
  @MaxLength(4000)
  text: string;
}

export class ReplyDraft {
  @ApiProperty({ example: 'reject' })
  field: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  changedAt: string;
}
