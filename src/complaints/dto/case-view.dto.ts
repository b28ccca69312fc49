import { ApiProperty } from '@nestjs/swagger';
import {
  clockKinds,
  moveReasons,
  type ClockHand,
  type ClockKind,
  type MoveReason,
} from '#deadlines';
import { identityAccesses, type IdentityAccess } from '#lifecycle';
import { filerTypes } from '../filer.entity.js';
import { scans, type Scan } from '../attachment.entity.js';
import { WordsView } from '../../platform/http/api.js';
import { CaseItem } from './cases.dto.js';

export class PlaceView {
  @ApiProperty({ type: Number, nullable: true })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lon: number | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: String, nullable: true })
  ward: string | null;
}

export class FilerView {
  @ApiProperty({ enum: filerTypes })
  type: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ type: String, nullable: true })
  email: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the browser called itself.' })
  device: string | null;
}

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
      kind: { type: 'string', enum: ['staff', 'system', 'filer'] },
      id: { type: 'string' },
      role: { type: 'string' },
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

export class ClockView {
  @ApiProperty({ example: 'resolution#1' })
  id: string;

  @ApiProperty({ enum: clockKinds })
  kind: ClockKind;

  @ApiProperty({ enum: ['filer', 'center'] })
  owedTo: string;

  @ApiProperty()
  unit: string;

  @ApiProperty({ type: [SpanView], description: 'Who held the matter, where the filer is owed.' })
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

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  newDate: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  stoppedAt: string | null;

  @ApiProperty({ type: String, nullable: true, enum: ['met', 'late', 'cancelled', null] })
  outcome: string | null;
}

export class ActorView {
  @ApiProperty({ enum: ['filer', 'staff', 'system'] })
  kind: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true })
  role: string | null;

  @ApiProperty({ type: String, nullable: true })
  agency: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The name of whom they stood in for.' })
  actingFor: string | null;
}

export class EventView {
  @ApiProperty()
  number: number;

  @ApiProperty({ example: 'assigned' })
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: ActorView })
  actor: ActorView;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;

  @ApiProperty({ type: String, nullable: true })
  text: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  parts: Record<string, unknown> | null;
}

export class AttachmentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ example: 'image/jpeg' })
  type: string;

  @ApiProperty()
  bytes: number;

  @ApiProperty({ enum: scans, description: 'A quarantined or infected file is not given out.' })
  scan: Scan;
}

export class CaseView extends CaseItem {
  @ApiProperty({ type: String, nullable: true, description: 'For the center only.' })
  code: string | null;

  @ApiProperty()
  text: string;

  @ApiProperty()
  channel: string;

  @ApiProperty()
  language: string;

  @ApiProperty()
  privacy: string;

  @ApiProperty({ type: String, nullable: true, description: 'The agency complained of.' })
  about: string | null;

  @ApiProperty({ description: 'The filer has restricted the use of personal data.' })
  restricted: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'The complaint whose filer asks for a right over personal data by this case.',
  })
  subject: string | null;

  @ApiProperty({ type: [String] })
  supporting: string[];

  @ApiProperty({ type: String, nullable: true })
  officer: string | null;

  @ApiProperty({ type: PlaceView })
  place: PlaceView;

  @ApiProperty({ type: 'object', additionalProperties: true })
  answers: Record<string, unknown>;

  @ApiProperty({
    enum: identityAccesses,
    description: 'How this caller may come to know who filed it.',
  })
  identity: IdentityAccess;

  @ApiProperty({
    type: FilerView,
    nullable: true,
    description: 'Null when nobody said, or it is not for this caller at sight.',
  })
  filer: FilerView | null;

  @ApiProperty({ type: [ClockView] })
  clocks: ClockView[];

  @ApiProperty({ type: [EventView] })
  timeline: EventView[];

  @ApiProperty({ type: [AttachmentView] })
  attachments: AttachmentView[];
}
