import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../platform/http/api.js';
import { Allow } from '../../platform/http/allow.js';
import { CallerParam, type Caller } from '../caller.js';
import { NoticePreferences } from './notice-preferences.js';
import { NoticeHours } from './notices.dto.js';

@ApiTags('session')
@Controller('api/me/notices')
export class NoticesController {
  constructor(private readonly preferences: NoticePreferences) {}

  @Get()
  @ApiOperation({ summary: 'When mails about cases are held back, and whether they come as one.' })
  @Allow('own.account')
  @ApiOkResponse({ type: NoticeHours })
  @ApiProblems(401)
  own(@CallerParam() caller: Caller): Promise<NoticeHours> {
    return this.preferences.own(caller);
  }

  @Put()
  @ApiOperation({ summary: 'Changes it.' })
  @Allow('own.account')
  @ApiOkResponse({ type: NoticeHours })
  @ApiProblems(400, 401)
  change(@CallerParam() caller: Caller, @Body() given: NoticeHours): Promise<NoticeHours> {
    return this.preferences.change(caller, given);
  }
}
