import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { ApiDiversion } from '../diversion.dto.js';
import { keyOf } from '../idempotency.js';
import { CallerHistories } from './caller-histories.js';
import * as dto from './calls.dto.js';
import { Calls } from './calls.js';
import { CodeMessages } from './code-messages.js';

@ApiTags('calls')
@Controller('api/calls')
export class CallsController {
  constructor(
    private readonly calls: Calls,
    private readonly histories: CallerHistories,
    private readonly messages: CodeMessages,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Files what a caller says; the answer spells the code to read out.' })
  @Allow('call.file')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Repeating it gives the first answer.',
  })
  @ApiExtraModels(dto.SpelledSymbol)
  @ApiCreatedResponse({ type: dto.CallReceipt })
  @ApiProblems(400, 401, 403)
  @ApiDiversion()
  async file(
    @CallerParam() by: Caller,
    @Body() body: dto.FileCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const key = keyOf(request.headers['idempotency-key']);
    const { receipt, replayed } = await this.calls.file(by, body, key);
    if (replayed) reply.header('idempotent-replayed', 'true');
    return receipt;
  }

  @Post('code-sms')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sends the code by SMS to the number that its filer has left; once.' })
  @Allow('call.file')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409)
  sendCode(@CallerParam() by: Caller, @Body() { code }: dto.SendCode) {
    return this.messages.send(by, code);
  }

  @Post('hints')
  @HttpCode(200)
  @ApiOperation({ summary: 'While the caller talks: category, urgency, diversion. Keeps nothing.' })
  @Allow('call.file')
  @ApiOkResponse({ type: dto.CallHints })
  @ApiProblems(400, 401, 403)
  hints(@Body() draft: dto.CallDraft) {
    return this.calls.hints(draft);
  }

  // The number is in the body: an address would carry it into logs and histories of browsers.
  @Post('history')
  @HttpCode(200)
  @ApiOperation({ summary: 'What else was filed with a phone number; each look is on record.' })
  @Allow('call.history')
  @ApiOkResponse({ type: dto.CallerHistory })
  @ApiProblems(400, 401, 403, 429)
  history(@CallerParam() by: Caller, @Body() { phone }: dto.AskHistory) {
    return this.histories.of(by, phone);
  }

  @Get('look-ups')
  @ApiOperation({ summary: 'Who looked callers up, newest first.' })
  @Allow('reveal.list')
  @ApiOkResponse({ type: dto.LookUpPage })
  @ApiProblems(400, 401, 403)
  lookUps(@CallerParam() by: Caller, @Query() filter: dto.ListLookUps) {
    return this.histories.lookUps(by, filter);
  }
}
