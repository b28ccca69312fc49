import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { ListPeopleStanding, PeopleStandingPage } from './people.dto.js';
import { PeopleStanding } from './people-standing.js';

@ApiTags('reports')
@Controller('api/agencies')
export class PeopleController {
  constructor(private readonly standing: PeopleStanding) {}

  @Get('people')
  @ApiOperation({ summary: 'How each person stands: open, late, due today, answered this month.' })
  @Allow('people.standing')
  @ApiOkResponse({ type: PeopleStandingPage })
  @ApiProblems(400, 401, 403)
  page(@CallerParam() by: Caller, @Query() asked: ListPeopleStanding) {
    return this.standing.page(by, asked);
  }
}
