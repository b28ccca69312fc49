import { roles, type Role } from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';

export class ChannelCount {
  @ApiProperty({ example: 'hotline' })
  channel: string;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class ReceivedToday {
  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: 'integer', description: 'Until the same time of the same day last week.' })
  lastWeek: number;

  @ApiProperty({ type: [ChannelCount] })
  channels: ChannelCount[];
}

export class WaitingTriage {
  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  oldest: string | null;

  @ApiProperty({ type: 'integer', description: 'What the supervisor has to decide.' })
  arbitration: number;
}

export class WallIncident {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Proposed by the program, and nobody has looked yet.' })
  proposed: boolean;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: [WordsView] })
  areas: WordsView[];

  @ApiProperty({ type: 'integer' })
  reporters: number;

  @ApiProperty({ format: 'date-time' })
  since: string;
}

/** How things stand now, in numbers alone. */
export class Wall {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: ReceivedToday })
  received: ReceivedToday;

  @ApiProperty({ type: WaitingTriage })
  triage: WaitingTriage;

  @ApiProperty({ type: 'integer', description: 'Past the date promised to the filer.' })
  late: number;

  @ApiProperty({ type: 'integer', description: 'Due within 24 hours.' })
  soon: number;

  @ApiProperty({ type: [WallIncident], description: 'At most six, the latest first.' })
  incidents: WallIncident[];
}

export class OperatorLoad {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: roles })
  role: Role;

  @ApiProperty({ type: 'integer', description: 'Complaints that the person did something with.' })
  cases: number;

  @ApiProperty({ type: 'integer', description: 'Filed for callers.' })
  calls: number;

  @ApiProperty({
    type: 'integer',
    description: 'Assigned, rejected or sent on first by this person.',
  })
  triaged: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Half of what was triaged took less, in minutes from the filing.',
  })
  medianMinutes: number | null;

  @ApiProperty({ type: 'integer', description: 'Answers published or sent back.' })
  reviewed: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastAt: string | null;
}

export class CenterLoad {
  @ApiProperty({ format: 'date-time', description: 'The beginning of the day.' })
  from: string;

  @ApiProperty({ type: WaitingTriage })
  triage: WaitingTriage;

  @ApiProperty({ type: [OperatorLoad] })
  people: OperatorLoad[];

  @ApiProperty({ type: WordsView, description: 'What is counted, and what is not.' })
  definition: WordsView;
}
