import {
  clockKinds,
  moveReasons,
  standings,
  type ClockHand,
  type ClockKind,
  type MoveReason,
  type Standing,
} from '#deadlines';
import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';

export class PauseView {
  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  to: string | null;

  @ApiProperty({ format: 'date-time' })
  wakeAt: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({
    type: 'object',
    properties: {
      kind: { type: 'string', enum: ['staff', 'partner', 'system', 'filer'] },
      id: { type: 'string' },
      role: { type: 'string' },
      agency: { type: 'string' },
      name: { type: 'string' },
    },
    required: [],
    description: 'Who paused it; absent where it was not kept yet.',
  })
  by?: ClockHand;
}

export class SpanView {
  @ApiProperty({ description: 'Code of the agency that held the matter.' })
  unit: string;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  to: string | null;

  @ApiProperty({ type: 'integer', description: "By the clock's own measure, without pauses." })
  heldSeconds: number;

  @ApiProperty({ type: 'integer', description: 'What of it was after the deadline.' })
  lateSeconds: number;
}

export class MoveView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ enum: moveReasons })
  why: MoveReason;

  @ApiProperty({ description: 'Id of the member of staff, or name of the part of the program.' })
  by: string;

  @ApiProperty({ type: String, nullable: true, description: 'The decision it goes by.' })
  document: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the reason.' })
  reason: string | null;
}

export class TimeLeftView {
  @ApiProperty({
    type: 'integer',
    description: "By the clock's own measure, without pauses; below zero: so much too late.",
  })
  minutes: number;

  @ApiProperty({ description: 'Whether nights and days of rest are not counted.' })
  working: boolean;

  @ApiProperty({ type: 'integer', description: 'How long a day is by this count, in minutes.' })
  dayMinutes: number;

  @ApiProperty({ description: 'The filer is waited for: it stands still.' })
  paused: boolean;
}

export class ClockView {
  @ApiProperty({ example: 'resolution#1' })
  id: string;

  @ApiProperty({ enum: clockKinds })
  kind: ClockKind;

  @ApiProperty({ enum: ['filer', 'center'] })
  owedTo: string;

  @ApiProperty()
  unit: string;

  @ApiProperty({ type: [SpanView], description: 'Who held the matter, interval by interval.' })
  spans: SpanView[];

  @ApiProperty({ example: '3wd' })
  limit: string;

  @ApiProperty({ type: WordsView, nullable: true, description: 'The promise as it was made.' })
  words: WordsView | null;

  @ApiProperty({ example: 'office' })
  calendar: string;

  @ApiProperty({
    type: 'integer',
    description: 'Of the calendar that the deadline was made under.',
  })
  calendarVersion: number;

  @ApiProperty({ type: 'integer', description: 'Of the policy that the limit was taken from.' })
  policyVersion: number;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  @ApiProperty({ type: 'integer', description: 'How many steps of its ladder are behind it.' })
  step: number;

  @ApiProperty({ type: [PauseView] })
  pauses: PauseView[];

  @ApiProperty({ type: [MoveView], description: 'Each change of the deadline but by a pause.' })
  moves: MoveView[];

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  nextAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  breachedAt: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: "Since when it stands on the leader's morning list.",
  })
  listedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  newDate: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  stoppedAt: string | null;

  @ApiProperty({ type: TimeLeftView, nullable: true, description: 'Null once it has stopped.' })
  left: TimeLeftView | null;

  @ApiProperty({ type: String, nullable: true, enum: ['met', 'late', 'cancelled', null] })
  outcome: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    enum: [...standings, null],
    description: 'Null: cancelled.',
  })
  standing: Standing | null;
}
