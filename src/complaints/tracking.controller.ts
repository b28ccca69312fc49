import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  UseInterceptors,
  applyDecorators,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/allow.js';
import { ApiProblems } from '../platform/http/api.js';
import { Code } from './code-param.js';
import { FilerReason, Rate, TrackedComplaint } from './dto/tracking.dto.js';
import { FilerCommands } from './filer-commands.js';
import { LookUps } from './look-ups.js';
import { Tracking } from './tracking.js';

/** What the filer does with the tracking code; answers with the complaint as it is then. */
function FilerCommand(name: string, summary: string) {
  return applyDecorators(
    Post(`:code/${name}`),
    HttpCode(200),
    Allow('complaint.act'),
    ApiOperation({ summary }),
    ApiOkResponse({ type: TrackedComplaint }),
    ApiProblems(400, 403, 404, 409, 429),
  );
}

@ApiTags('complaints')
@Controller('api/complaints')
@UseInterceptors(LookUps)
export class TrackingController {
  constructor(
    private readonly tracking: Tracking,
    private readonly commands: FilerCommands,
  ) {}

  @Get(':code')
  @ApiOperation({ summary: 'The complaint behind a tracking code.' })
  @Allow('complaint.follow')
  @ApiOkResponse({ type: TrackedComplaint })
  @ApiProblems(404, 429)
  view(@Code() code: string) {
    return this.tracking.view(code);
  }

  @FilerCommand('confirm', 'The result is right.')
  confirm(@Code() code: string) {
    return this.commands.confirm(code);
  }

  @FilerCommand(
    'rating',
    'Đánh giá hài lòng, 1 to 5; a low one puts the answer before the center again.',
  )
  rate(@Code() code: string, @Body() rating: Rate) {
    return this.commands.rate(code, rating);
  }

  @FilerCommand('reopen', 'The result is not right.')
  reopen(@Code() code: string, @Body() { text }: FilerReason) {
    return this.commands.reopen(code, text);
  }

  @FilerCommand('appeal', 'Asks once for another look at a rejection.')
  appeal(@Code() code: string, @Body() { text }: FilerReason) {
    return this.commands.appeal(code, text);
  }
}
