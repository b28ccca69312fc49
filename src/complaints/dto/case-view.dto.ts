import { ApiProperty } from '@nestjs/swagger';
import { clockKinds, type ClockKind } from '#deadlines';
import { identityAccesses, type IdentityAccess } from '#lifecycle';
import { filerTypes } from '../filer.entity.js';
import { scans, type Scan } from '../attachment.entity.js';
import { CaseItem } from './cases.dto.js';
import { LinkedCase, type RepeatLinks } from './repeat-links.dto.js';

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

  @ApiProperty({ example: '3wd' })
  limit: string;

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

export class CaseView extends CaseItem implements RepeatLinks {
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

  @ApiProperty({
    type: LinkedCase,
    nullable: true,
    description: 'Tái diễn: the answered case after which the same came back.',
  })
  repeatOf: LinkedCase | null;

  @ApiProperty({ type: [LinkedCase], description: 'What came back after this one was answered.' })
  repeats: LinkedCase[];

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
