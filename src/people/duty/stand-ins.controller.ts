import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { ApiProblems } from '../../platform/http/api.js';
import { Allow } from '../../platform/http/allow.js';
import { CallerParam, type Caller } from '../caller.js';
import { ListStandIns, MakeStandIn, StandInPage } from './duty.dto.js';
import { StandIns } from './stand-ins.js';

class MadeStandIn {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

@ApiTags('people')
@Controller('api/stand-ins')
export class StandInsController {
  constructor(private readonly standIns: StandIns) {}

  @Get()
  @ApiOperation({ summary: "Who stands in for whom in the caller's unit; newest first." })
  @Allow('stand_in.read')
  @ApiOkResponse({ type: StandInPage })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() by: Caller, @Query() filter: ListStandIns) {
    return this.standIns.page(by, filter);
  }

  @Post()
  @ApiOperation({
    summary: 'Ủy quyền, trực thay: somebody acts in the place of an absent colleague.',
  })
  @Allow('stand_in.write')
  @ApiCreatedResponse({ type: MadeStandIn })
  @ApiProblems(400, 401, 403, 409)
  make(@CallerParam() by: Caller, @Body() body: MakeStandIn) {
    return this.standIns.make(by, body);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Ends a stand-in now.' })
  @HttpCode(204)
  @Allow('stand_in.write')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404)
  end(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.standIns.end(by, id);
  }
}
