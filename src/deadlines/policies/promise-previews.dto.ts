import { clockKinds, type ClockKind } from '#deadlines';
import { ApiProperty } from '@nestjs/swagger';
import { FiledPart, FiledPeriod } from '../../complaints/dto/filed-period.dto.js';

export class PreviewPromises extends FiledPeriod {}

class PromiseChangeView {
  @ApiProperty({ enum: clockKinds })
  clock: ClockKind;

  @ApiProperty({ type: String, nullable: true })
  category: string | null;

  @ApiProperty({ type: 'integer' })
  same: number;

  @ApiProperty({ type: 'integer', description: 'Would be promised for an earlier time.' })
  earlier: number;

  @ApiProperty({ type: 'integer' })
  later: number;

  @ApiProperty({ type: 'integer', description: 'Added up over those that are earlier.' })
  minutesEarlier: number;

  @ApiProperty({ type: 'integer' })
  minutesLater: number;

  @ApiProperty({ type: 'integer' })
  mostMinutesEarlier: number;

  @ApiProperty({ type: 'integer' })
  mostMinutesLater: number;

  @ApiProperty({ type: 'integer', description: 'Promises that were kept.' })
  kept: number;

  @ApiProperty({ type: 'integer', description: 'Of those kept, late by the draft.' })
  keptNowLate: number;
}

/** What a draft would have promised in one part of the period: parts add up, but for the extremes. */
export class PromisePart extends FiledPart {
  @ApiProperty({ type: [PromiseChangeView] })
  changes: PromiseChangeView[];
}
