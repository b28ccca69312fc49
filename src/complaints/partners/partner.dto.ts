import { returnGrounds, statuses, urgencies, type ReturnGround, type Words } from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';
import { CodeField, TextField, WordField } from '../../platform/http/fields.js';

export class PartnerLinkView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  agency: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: 'integer' })
  usesLeft: number;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  revokedAt: string | null;
}

export class PartnerPlace {
  @ApiProperty({ type: Number, nullable: true })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lon: number | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: WordsView, nullable: true })
  ward: Words | null;
}

export class PartnerPhoto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'image/jpeg' })
  type: string;
}

export class PartnerEntry {
  @ApiProperty({ example: 'question_asked' })
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, nullable: true })
  text: string | null;
}

/** What an agency without accounts needs to work on one matter; nothing of who filed it. */
export class PartnerMatter {
  @ApiProperty({ description: 'The end of the case number, as in the mail.' })
  ref: string;

  @ApiProperty({ type: WordsView })
  agency: Words;

  @ApiProperty({ type: WordsView, nullable: true })
  category: Words | null;

  @ApiProperty({ enum: urgencies })
  urgency: string;

  @ApiProperty({ enum: statuses })
  status: string;

  @ApiProperty({ type: WordsView })
  statusWords: Words;

  @ApiProperty({ description: 'The words of the filer, without what tells who somebody is.' })
  text: string;

  @ApiProperty({ type: PartnerPlace })
  place: PartnerPlace;

  @ApiProperty({ type: [PartnerPhoto] })
  photos: PartnerPhoto[];

  @ApiProperty({ type: [PartnerEntry], description: 'Questions, replies and what was sent back.' })
  said: PartnerEntry[];

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  acceptBy: string | null;

  @ApiProperty({ format: 'date-time', description: 'When the result is promised to the filer.' })
  dueAt: string;

  @ApiProperty({
    type: [String],
    description: 'Which of accept, ask, answer, return are open now.',
  })
  can: string[];

  @ApiProperty({ format: 'date-time', description: 'Until when the link works.' })
  validUntil: string;

  @ApiProperty({ type: 'integer', description: 'How often something can still be sent by it.' })
  usesLeft: number;
}

export class PartnerDone {
  @ApiProperty({ enum: statuses })
  status: string;

  @ApiProperty({ type: WordsView })
  statusWords: Words;
}

export class PartnerReturn {
  @WordField(returnGrounds)
  ground: ReturnGround;

  @CodeField({ optional: true, description: 'The agency that should have it.' })
  proposed?: string;

  @TextField({ min: 10, max: 2000 })
  text: string;
}
