import { statuses, type Status } from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';

export class LinkedCase {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: statuses })
  status: Status;

  @ApiProperty({ type: String, nullable: true })
  lead: string | null;

  @ApiProperty({ format: 'date-time' })
  filedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  resolvedAt: string | null;
}

/** Tái diễn: the same thing at the same place after an answer, seen from both ends. */
export class RepeatLinks {
  @ApiProperty({ type: LinkedCase, nullable: true })
  repeatOf: LinkedCase | null;

  @ApiProperty({ type: [LinkedCase] })
  repeats: LinkedCase[];
}
