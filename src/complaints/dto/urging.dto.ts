import { ApiProperty } from '@nestjs/swagger';

/** One urging (đôn đốc) of the agency, with its answer where there is one. */
export class UrgingView {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  agency: string;

  @ApiProperty({ enum: ['supervisor', 'leader', 'system'] })
  by: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null when a clock has urged.' })
  sentBy: string | null;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty({ type: String, nullable: true })
  text: string | null;

  @ApiProperty({ format: 'date-time' })
  answerBy: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  answeredAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  answeredBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({
    description: 'Still to be answered; false also where what came after overtook it.',
  })
  open: boolean;
}
