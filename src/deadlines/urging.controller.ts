import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseItem } from '../complaints/dto/cases.dto.js';
import { CallerParam, type Caller } from '../people/caller.js';
import { ApiProblems } from '../platform/http/api.js';
import { Allow } from '../platform/http/allow.js';
import { IfMatch } from '../platform/http/if-match.js';
import { MorningList } from './morning-list.js';
import { AnswerUrging, ListUrgings, MorningItem, Urge, UrgingPage } from './urging.dto.js';
import { Urgings } from './urgings.js';

function OnCase(summary: string) {
  return applyDecorators(
    HttpCode(200),
    ApiTags('cases'),
    ApiOperation({ summary }),
    ApiHeader({ name: 'If-Match', required: true, description: '"<version>" of the case as seen' }),
    ApiOkResponse({ type: CaseItem }),
    ApiProblems(400, 401, 403, 404, 409, 428),
  );
}

@Controller('api')
export class UrgingController {
  constructor(
    private readonly urgings: Urgings,
    private readonly morning: MorningList,
  ) {}

  @Post('cases/:id/urge')
  @OnCase('Đôn đốc: the agency that leads is urged, and answers on record.')
  @Allow('case.urge')
  urge(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: Urge,
  ) {
    return this.urgings.urge(by, { id, version }, body);
  }

  @Post('cases/:id/answer_urging')
  @OnCase('Trả lời đôn đốc: the agency answers an urging.')
  @Allow('case.answer_urging')
  answer(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AnswerUrging,
  ) {
    return this.urgings.answer(by, { id, version }, body);
  }

  @Get('deadlines/urgings')
  @ApiTags('deadlines')
  @ApiOperation({
    summary: 'Urgings that the caller sees, unanswered first, with counts by agency.',
  })
  @Allow('urging.read')
  @ApiOkResponse({ type: UrgingPage })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() by: Caller, @Query() filter: ListUrgings): Promise<UrgingPage> {
    return this.urgings.page(by, filter);
  }

  @Get('deadlines/morning')
  @ApiTags('deadlines')
  @ApiOperation({ summary: "The leader's morning list: the cases put before the leader." })
  @Allow('morning.read')
  @ApiOkResponse({ type: [MorningItem] })
  @ApiProblems(401, 403)
  listed(@CallerParam() by: Caller): Promise<MorningItem[]> {
    return this.morning.of(by);
  }
}
