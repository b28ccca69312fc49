import { standings, type Standing } from '#deadlines';
import { statuses, type CommandType, type Status } from '#lifecycle';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, Max, Min } from 'class-validator';
import { personRights, type PersonRight } from '../person-rights.js';
import { Optional, TextField } from '../../platform/http/fields.js';
import { WordsView } from '../../platform/http/api.js';
import { TimeLeftView } from './clock-view.dto.js';

export class TrackedHolder {
  @ApiProperty({ type: WordsView, description: 'The accountable agency.' })
  unit: WordsView;

  @ApiProperty({ type: WordsView, description: 'Who in it has the matter: a duty, never a name.' })
  duty: WordsView;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Since when the agency has it; null where it was not kept yet.',
  })
  since: string | null;
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

  @ApiProperty({
    type: TimeLeftView,
    nullable: true,
    description: 'Until the date, or the new one when late; null while nothing runs.',
  })
  left: TimeLeftView | null;

  @ApiProperty({
    enum: standings,
    nullable: true,
    type: String,
    description: 'Whether it was kept, or is late; null where it was given up.',
  })
  standing: Standing | null;
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

export class TrackedFile {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'image/jpeg' })
  type: string;
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

  @ApiProperty({
    type: [TrackedFile],
    description: 'Photos and documents: GET /api/complaints/{code}/attachments/{id}.',
  })
  evidence: TrackedFile[];
}

export class TrackedIncident {
  @ApiProperty({ description: 'What has happened, in the words of the center.' })
  title: string;

  @ApiProperty({ type: 'integer', description: 'How many other complaints are handled with it.' })
  others: number;

  @ApiProperty({ type: String, nullable: true, description: 'What is known so far.' })
  standingAnswer: string | null;
}

export class TrackedLinked {
  @ApiProperty({ enum: statuses })
  status: Status;

  @ApiProperty({ type: WordsView })
  statusWords: WordsView;

  @ApiProperty({ type: WordsView, nullable: true })
  category: WordsView | null;

  @ApiProperty({ type: WordsView, nullable: true, description: 'The agency in charge of it.' })
  lead: WordsView | null;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  @ApiProperty({ type: AnswerView, nullable: true })
  answer: AnswerView | null;
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

  @ApiProperty({ type: WordsView, nullable: true, description: 'Who answers for the whole.' })
  lead: WordsView | null;

  @ApiProperty({ type: [WordsView], description: 'Who helps.' })
  supporting: WordsView[];

  @ApiProperty({ type: [TrackedLinked], description: 'What is handled by itself, told here.' })
  linked: TrackedLinked[];

  @ApiProperty({ type: PromiseView })
  promise: PromiseView;

  @ApiProperty({
    type: TrackedIncident,
    nullable: true,
    description: 'The larger matter that it is part of.',
  })
  incident: TrackedIncident | null;

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
