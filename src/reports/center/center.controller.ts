import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import * as dto from './center.dto.js';
import { OperatorLoads } from './operator-loads.js';
import { WallBoard } from './wall-board.js';

@ApiTags('reports')
@Controller('api')
export class CenterController {
  constructor(
    private readonly loads: OperatorLoads,
    private readonly board: WallBoard,
  ) {}

  @Get('operators/load')
  @ApiOperation({ summary: "Khối lượng việc: what each of the center's people has done today." })
  @Allow('workload.read')
  @ApiOkResponse({ type: dto.CenterLoad })
  @ApiProblems(401, 403)
  load(@CallerParam() by: Caller) {
    return this.loads.today(by);
  }

  @Get('wall')
  @ApiOperation({ summary: 'Bảng tình hình: how things stand now, in numbers alone.' })
  @Allow('wall.read')
  @ApiOkResponse({ type: dto.Wall })
  @ApiProblems(401, 403)
  wall(@CallerParam() by: Caller) {
    return this.board.now(by);
  }
}
