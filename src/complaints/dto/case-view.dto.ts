import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  identityAccesses,
  urgencies,
  type IdentityAccess,
  type Urgency,
  type Words,
} from '#lifecycle';
import { WordsView } from '../../platform/http/api.js';
import { filerTypes } from '../filer.entity.js';
import { scans, type Scan } from '../attachment.entity.js';
import { PartView } from '../parts/parts.dto.js';
import { ClockView } from './clock-view.dto.js';
import { UrgingView } from './urging.dto.js';
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

export class ActorView {
  @ApiProperty({ enum: ['filer', 'staff', 'partner', 'system'] })
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

  @ApiProperty({ format: 'date-time' })
  addedAt: string;

  @ApiProperty({ enum: scans, description: 'A quarantined or infected file is not given out.' })
  scan: Scan;
}

export class SuggestionView {
  @ApiProperty({ type: 'integer', description: 'The version of the model.' })
  model: number;

  @ApiProperty({ example: 'CS-01' })
  category: string;

  @ApiProperty({ enum: urgencies })
  urgency: Urgency;

  @ApiProperty({ minimum: 0, maximum: 1 })
  confidence: number;

  @ApiProperty({ description: 'As sure as is needed for nobody to look first.' })
  sure: boolean;

  @ApiProperty({ type: [WordsView] })
  reasons: Words[];
}

export class CaseView extends OmitType(CaseItem, ['parts']) implements RepeatLinks {
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

  @ApiProperty({ type: [PartView] })
  parts: PartView[];

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

  @ApiProperty({
    type: SuggestionView,
    nullable: true,
    description:
      'For the center: what the learned model made of a filing without a category, or has against its category.',
  })
  suggestion: SuggestionView | null;

  @ApiProperty({ type: [ClockView] })
  clocks: ClockView[];

  @ApiProperty({ type: [EventView] })
  timeline: EventView[];

  @ApiProperty({ type: [UrgingView] })
  urgings: UrgingView[];

  @ApiProperty({ type: [AttachmentView] })
  attachments: AttachmentView[];
}
