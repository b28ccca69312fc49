import { kinds, statuses, type Kind, type Status } from '#lifecycle';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsEmail, IsObject, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Place } from '../complaints/dto/place.dto.js';
import { WordsView } from '../platform/http/api.js';
import { filerTypes } from '../complaints/filer.entity.js';
import { CodeField, Optional, TextField, WordField } from '../platform/http/fields.js';
import { declarations, type Declaration } from './diversion.dto.js';

export class Filer {
  @WordField(filerTypes, { optional: true })
  type?: (typeof filerTypes)[number];

  @TextField({ max: 120, optional: true })
  name?: string;

  @ApiPropertyOptional({ example: '0900000001' })
  @Optional()
  @Matches(/^\+?[0-9][0-9 .-]{7,16}$/)
  phone?: string;

  @ApiPropertyOptional({ format: 'email' })
  @Optional()
  @IsEmail()
  @MaxLength(200)
  email?: string;

  @TextField({ max: 300, optional: true, description: 'Where the filer can be reached by post.' })
  address?: string;
}

/** Either the widget's payload, or a question's token with its answer. */
export class Proof {
  @TextField({
    max: 4000,
    optional: true,
    description: 'The solved challenge, as the ALTCHA widget gives it: base64 of JSON.',
  })
  payload?: string;

  @TextField({ max: 400, optional: true, description: 'The token of a question.' })
  token?: string;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'number' ? `${value}` : value))
  @TextField({ max: 40, optional: true, description: 'In figures or in words.', example: '7' })
  answer?: string;
}

export class FileComplaint {
  @WordField(kinds, { optional: true, description: "The category's own kind when absent." })
  kind?: Kind;

  @CodeField({ optional: true, example: 'CS-01', description: 'Absent: the center classifies it.' })
  category?: string;

  @CodeField({
    optional: true,
    example: 'UBND-00256',
    description: 'The agency whose office or people it is about: they never see it.',
  })
  about?: string;

  @TextField({ min: 10, max: 4000, description: 'What is wrong, in the words of the filer.' })
  text: string;

  @ApiPropertyOptional({ type: Place })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => Place)
  place?: Place;

  @ApiPropertyOptional({ type: Filer, description: 'Required by some categories.' })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => Filer)
  filer?: Filer;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: "Answers to the category's questions, by their keys.",
  })
  @Optional()
  @IsObject()
  answers?: Record<string, unknown>;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'A published complaint that the filer says is the same: both are handled as one.',
  })
  @Optional()
  @IsUUID()
  joins?: string;

  @WordField(['vi', 'en'], { optional: true })
  language?: 'vi' | 'en';

  @WordField(declarations, {
    optional: true,
    description: 'The answer to `filing.question`: what the filer wants this to be.',
  })
  declared?: Declaration;
  @ApiPropertyOptional({
    type: Proof,
    description: 'Needed without `filer.phone` and `filer.email`; see GET /api/challenge.',
  })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => Proof)
  proof?: Proof;
}

export class ReceiptHolder {
  @ApiProperty({ type: WordsView })
  unit: WordsView;

  @ApiProperty({ type: WordsView })
  duty: WordsView;
}

export class ReceiptPromise {
  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  @ApiProperty({ type: WordsView })
  why: WordsView;
}

export class ReceiptRouting {
  @ApiProperty({ type: [WordsView], description: 'Why it went where it went, in words.' })
  why: WordsView[];
}

export class ReceiptIncident {
  @ApiProperty({ description: 'What has happened, in the words of the center.' })
  title: string;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({ type: String, nullable: true, description: 'What is known so far.' })
  standingAnswer: string | null;
}

export class Receipt {
  @ApiProperty({ example: '7K3M-9QXT-4ZB2-WH5D' })
  code: string;

  @ApiProperty({ enum: statuses })
  status: Status;

  @ApiProperty({ type: ReceiptHolder })
  holder: ReceiptHolder;

  @ApiProperty({ type: ReceiptPromise })
  promise: ReceiptPromise;

  @ApiProperty({ type: ReceiptRouting })
  routing: ReceiptRouting;

  @ApiProperty({
    type: ReceiptIncident,
    nullable: true,
    required: false,
    description: 'What many report there now: it will be handled with theirs.',
  })
  incident?: ReceiptIncident | null;

  @ApiProperty({ format: 'uri' })
  url: string;
}
