import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { ListCases, queueWords } from '../../complaints/dto/cases.dto.js';
import { Optional, TextField } from '../../platform/http/fields.js';

/** Counting stops here: a page says "999+". */
export const MOST_COUNTED = 1000;

/** What a list shows, without where one is in it. */
export class ViewFilter extends OmitType(ListCases, ['after', 'limit']) {}

export class KeepView {
  @TextField({ max: 60 })
  name: string;

  @ApiProperty({ type: ViewFilter })
  @IsObject()
  @ValidateNested()
  @Type(() => ViewFilter)
  filter: ViewFilter;

  @ApiProperty({ required: false, default: false, description: 'Colleagues of the unit see it.' })
  @Optional()
  @IsBoolean()
  shared?: boolean;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1000, required: false })
  @Optional()
  @IsInt()
  @Min(0)
  @Max(1000)
  position?: number;
}

const CountProperty = () =>
  ApiProperty({
    type: 'integer',
    nullable: true,
    maximum: MOST_COUNTED,
    description: `Counted to ${MOST_COUNTED}; null where counting would tell of hidden words.`,
  });

export class QueueCount {
  @ApiProperty({ enum: queueWords })
  queue: (typeof queueWords)[number];

  @CountProperty()
  count: number | null;
}

export class SavedView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: ViewFilter })
  filter: ViewFilter;

  @ApiProperty()
  shared: boolean;

  @ApiProperty({ description: "The caller's own: only these can be changed." })
  own: boolean;

  @ApiProperty({ type: 'integer' })
  position: number;
}

export class CountedView extends SavedView {
  @CountProperty()
  count: number | null;
}

export class Views {
  @ApiProperty({ type: [QueueCount] })
  queues: QueueCount[];

  @ApiProperty({ type: [CountedView] })
  views: CountedView[];
}
