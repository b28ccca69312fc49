import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { AgencyRepeats } from './agency-repeats.js';
import { HotSpots } from './hot-spots.js';
import { AgenciesRepeats, HotSpotFilter, HotSpots as HotSpotsView, Period } from './repeats.dto.js';

@ApiTags('reports')
@Controller('api')
export class RepeatsController {
  constructor(
    private readonly repeats: AgencyRepeats,
    private readonly spots: HotSpots,
  ) {}

  @Get('agencies/repeats')
  @ApiOperation({ summary: 'Tái diễn: how often what each agency has answered came back.' })
  @Allow('repeat.read')
  @ApiOkResponse({ type: AgenciesRepeats })
  @ApiProblems(400, 401, 403)
  ofAgencies(@CallerParam() by: Caller, @Query() period: Period) {
    return this.repeats.of(by, period);
  }

  @Get('hot-spots')
  @ApiOperation({ summary: 'Điểm nóng: where the same keeps being reported; rounded places.' })
  @Allow('hot_spot.read')
  @ApiOkResponse({ type: HotSpotsView })
  @ApiProblems(400, 401, 403)
  hotSpots(@CallerParam() by: Caller, @Query() filter: HotSpotFilter) {
    return this.spots.of(by, filter);
  }
}
