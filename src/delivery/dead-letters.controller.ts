import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/allow.js';
import { CallerParam, type Caller } from '../people/caller.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { ApiProblems } from '../platform/http/api.js';
import { DeadLetters } from './dead-letters.js';
import { ListOutbox, OutboxPage, ResendMany, Resent, rowId } from './dto/outbox.dto.js';

/** The id of a row; what cannot be one names no row. */
export const toRowId = (typed: string) => {
  if (!rowId.test(typed)) throw new DomainError('not_found');
  return typed;
};

@ApiTags('outbox')
@Controller('api/outbox')
export class DeadLettersController {
  constructor(private readonly letters: DeadLetters) {}

  @Get()
  @ApiOperation({ summary: 'What waits, was sent, or could not be delivered; newest first.' })
  @Allow('outbox.read')
  @ApiOkResponse({ type: OutboxPage })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() caller: Caller, @Query() filter: ListOutbox) {
    return this.letters.page(caller, filter);
  }

  @Post('resend')
  @ApiOperation({ summary: 'Tries everything once more that could not be delivered.' })
  @HttpCode(200)
  @Allow('outbox.resend')
  @ApiOkResponse({ type: Resent })
  @ApiProblems(400, 401, 403)
  resendMany(@CallerParam() caller: Caller, @Body() body: ResendMany) {
    return this.letters.resendMany(caller, body);
  }

  @Post(':id/resend')
  @ApiOperation({
    summary: 'Tries what could not be delivered once more, from the first attempt on.',
  })
  @HttpCode(204)
  @Allow('outbox.resend')
  @ApiNoContentResponse()
  @ApiProblems(401, 403, 404)
  resend(@CallerParam() caller: Caller, @Param('id', { transform: toRowId }) id: string) {
    return this.letters.resend(caller, id);
  }
}
