import { statuses, type CommandType, type Status } from '#lifecycle';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, Max, Min } from 'class-validator';
import { personRights, type PersonRight } from '../person-rights.js';
import { Optional, TextField } from '../../platform/http/fields.js';
import { WordsView } from '../../platform/http/api.js';

export class TrackedHolder {
  @ApiProperty({ type: WordsView, description: 'The accountable agency.' })
  unit: WordsView;

  @ApiProperty({ type: WordsView, description: 'Who in it has the matter: a duty, never a name.' })
  duty: WordsView;
}

export class PromiseMoveView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ type: WordsView })
  why: WordsView;
}

export class PromiseView {
  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  @ApiProperty({ type: WordsView })
  why: WordsView;

  @ApiProperty({ type: [PromiseMoveView], description: 'Each time that the date was changed.' })
  moves: PromiseMoveView[];

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Given when late.',
  })
  newDate: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'While waiting for the filer: until when.',
  })
  pausedUntil: string | null;
}

export class TrackedEvent {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  type: string;

  @ApiProperty({ type: WordsView })
  words: WordsView;

  @ApiProperty({ type: String, nullable: true })
  text: string | null;
}

export class AnswerView {
  @ApiProperty()
  finding: string;

  @ApiProperty()
  done: string;

  @ApiProperty({ type: String, nullable: true })
  basis: string | null;

  @ApiProperty({ type: WordsView })
  agency: WordsView;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;
}

export class TrackedComplaint {
  @ApiProperty()
  code: string;

  @ApiProperty({ enum: statuses })
  status: Status;

  @ApiProperty({ type: WordsView })
  statusWords: WordsView;

  @ApiProperty({ type: WordsView, nullable: true })
  category: WordsView | null;

  @ApiProperty({ format: 'date-time' })
  filedAt: string;

  @ApiProperty({ type: TrackedHolder, nullable: true })
  holder: TrackedHolder | null;

  @ApiProperty({ type: PromiseView })
  promise: PromiseView;

  @ApiProperty({ type: AnswerView, nullable: true })
  answer: AnswerView | null;

  @ApiProperty({ type: [TrackedEvent] })
  timeline: TrackedEvent[];

  @ApiProperty({
    type: WordsView,
    nullable: true,
    description: 'Told once the words, the files and who filed have been removed for good.',
  })
  removed: WordsView | null;

  @ApiProperty({ type: [String], description: 'What the filer can do now.' })
  can: CommandType[];

  @ApiProperty({ description: 'Not published, and the filer is known to the supervisor alone.' })
  restricted: boolean;

  @ApiProperty({
    enum: personRights,
    isArray: true,
    description: 'Rights over personal data, with proof of the contact: POST …/proof, …/rights.',
  })
  rights: PersonRight[];
}

export class FilerMessage {
  @TextField({ max: 4000 })
  text: string;
}

export class FilerReason {
  @TextField({ min: 5, max: 2000 })
  text: string;
}

export class Rate {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  @IsInt()
  @Min(1)
  @Max(5)
  score: number;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1, maximum: 5 },
    description: 'SIPAS factors: access, procedure, official, result, feedback.',
  })
  @Optional()
  @IsObject()
  factors?: Record<string, number>;

  @TextField({ max: 2000, optional: true })
  text?: string;
}
