import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/allow.js';
import { CallerParam, type Caller } from '../people/caller.js';
import { ApiProblems } from '../platform/http/api.js';
import { Leave, LeaveProgress, ListStaff, StaffPage } from './dto/handover.dto.js';
import { Handover } from './handover.js';

@ApiTags('people')
@Controller('api/staff')
export class HandoverController {
  constructor(private readonly handover: Handover) {}

  @Get()
  @ApiOperation({ summary: "The active people of the caller's unit and how many cases each has." })
  @Allow('staff.read')
  @ApiOkResponse({ type: StaffPage })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() by: Caller, @Query() filter: ListStaff) {
    return this.handover.staff(by, filter);
  }

  @Post(':id/leave')
  @ApiOperation({
    summary: 'Bàn giao: every open case goes to the successor, then the account ends.',
  })
  @HttpCode(200)
  @Allow('staff.leave')
  @ApiOkResponse({ type: LeaveProgress })
  @ApiProblems(400, 401, 403, 404, 409)
  leave(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string, @Body() body: Leave) {
    return this.handover.leave(by, id, body);
  }
}
