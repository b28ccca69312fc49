import {
  closeReasons,
  kinds,
  rejectReasons,
  returnGrounds,
  urgencies,
  type CloseReason,
  type Kind,
  type RejectReason,
  type ReturnGround,
  type Urgency,
} from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, IsUUID, Length } from 'class-validator';
import { CodeField, Optional, TextField, WordField } from '../../platform/http/fields.js';

export class Classify {
  @CodeField({ example: 'CS-01' })
  category: string;

  @WordField(kinds, { optional: true, description: "The category's own kind when absent." })
  kind?: Kind;

  @WordField(urgencies, { optional: true, description: "The category's own urgency when absent." })
  urgency?: Urgency;

  @CodeField({
    nullable: true,
    example: 'UBND-00256',
    description: 'The agency complained of: it never sees the case. Null: none. Absent: as before.',
  })
  about?: string | null;

  @TextField({ max: 1000, optional: true, description: 'Why; stands at each date that it moves.' })
  text?: string;
}

export class Assign {
  @CodeField({ example: 'HAPULICO', description: 'The agency that leads (chủ trì).' })
  lead: string;

  @ApiProperty({
    type: [String],
    required: false,
    description: 'Agencies that support (phối hợp).',
  })
  @Optional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  supporting?: string[];

  @TextField({
    max: 1000,
    optional: true,
    description: 'The task in words; stays in the log for good, so name nobody in it.',
  })
  task?: string;

  @TextField({
    min: 5,
    max: 2000,
    optional: true,
    description: 'Why. Needed where the decision binds, and told to the agencies that returned it.',
  })
  text?: string;
}

export class Reject {
  @WordField(rejectReasons)
  reason: RejectReason;

  @TextField({ min: 10, max: 2000, description: 'Told to the filer.' })
  text: string;
}

export class Ask {
  @TextField({ min: 5, max: 2000, description: 'The question to the filer.' })
  text: string;
}

export class Reply {
  @TextField({ min: 1, max: 4000, description: 'What the filer has said by phone.' })
  text: string;
}

export class Note {
  @TextField({ max: 4000, description: 'Seen by staff only.' })
  text: string;
}

export class Accept {
  @ApiProperty({ format: 'uuid', description: 'The named officer of the agency.' })
  @IsUUID()
  officer: string;
}

export class HandOver {
  @ApiProperty({ format: 'uuid', description: 'The officer of the agency who has it from now on.' })
  @IsUUID()
  officer: string;

  @TextField({ max: 1000, optional: true, description: 'Why; seen by staff only.' })
  text?: string;
}

export class Return {
  @WordField(returnGrounds)
  ground: ReturnGround;

  @CodeField({
    optional: true,
    description: 'The agency that should have it; needed with `not_competent` and `wrong_area`.',
  })
  proposed?: string;

  @TextField({ min: 10, max: 2000 })
  text: string;
}

/** The parts that an answer needs (Law on Reception of Citizens art. 28; how to disagree). */
export class Answer {
  @TextField({ min: 5, max: 4000, description: 'What was found: true, partly, not true.' })
  finding: string;

  @TextField({ min: 5, max: 4000, description: 'What was done and when, or why not.' })
  done: string;

  @TextField({
    max: 1000,
    optional: true,
    description: 'The legal basis, where a rule is invoked.',
  })
  basis?: string;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    required: false,
    description: 'Attachments of the case.',
  })
  @Optional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  evidence?: string[];
}

export class SendBack {
  @TextField({ min: 5, max: 2000, description: 'What is missing.' })
  text: string;
}

export class Reopen {
  @TextField({ min: 5, max: 2000, description: 'What is not right.' })
  text: string;
}

export class Reveal {
  @TextField({ min: 10, max: 1000, description: 'Why it must be known; leaders read it.' })
  reason: string;
}

export class Anonymise {
  @WordField(['withdrawn'] as const, { description: 'The filer has taken back consent.' })
  ground: 'withdrawn';

  @TextField({
    min: 10,
    max: 1000,
    description: 'Why; stays in the case, so name nobody in it.',
  })
  text: string;
}

export class Close {
  @WordField(closeReasons)
  reason: CloseReason;
}
