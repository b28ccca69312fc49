import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, Matches, Max, Min } from 'class-validator';

const TIME = '^([01]\\d|2[0-3]):[0-5]\\d$';

function LocalTimeField(description: string) {
  return applyDecorators(
    ApiProperty({ description, example: '21:00', pattern: TIME }),
    Matches(new RegExp(TIME)),
  );
}

/** How mails about cases come to the person. Urgent cases come at once, whatever stands here. */
export class NoticeHours {
  @ApiProperty({ description: 'Off: mails come at any time.' })
  @IsBoolean()
  quiet: boolean;

  @LocalTimeField('From when it is quiet, in local time.')
  from: string;

  @LocalTimeField('Until when; before `from` it is the next morning.')
  to: string;

  @ApiProperty({
    type: [Number],
    description: 'On which days quiet begins: 1 (Monday) to 7 (Sunday).',
    example: [1, 2, 3, 4, 5, 6, 7],
  })
  @IsArray()
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  days: number[];

  @ApiProperty({ description: 'What waited, or came in a burst, comes as one mail.' })
  @IsBoolean()
  digest: boolean;
}
