import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { SavedViews } from './saved-views.js';
import { KeepView, SavedView, Views } from './views.dto.js';

const Id = () => Param('id', ParseUUIDPipe);

@ApiTags('cases')
@Controller('api/views')
export class ViewsController {
  constructor(private readonly views: SavedViews) {}

  @Get()
  @ApiOperation({ summary: 'Queues and saved views, each with how many cases it has.' })
  @Allow('view.keep')
  @ApiOkResponse({ type: Views })
  @ApiProblems(401, 403)
  all(@CallerParam() by: Caller): Promise<Views> {
    return this.views.all(by);
  }

  @Post()
  @ApiOperation({ summary: 'Keeps a list under a name.' })
  @Allow('view.keep')
  @ApiCreatedResponse({ type: SavedView })
  @ApiProblems(400, 401, 403, 409)
  keep(@CallerParam() by: Caller, @Body() given: KeepView): Promise<SavedView> {
    return this.views.keep(by, given);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Changes one of the own views.' })
  @Allow('view.keep')
  @ApiOkResponse({ type: SavedView })
  @ApiProblems(400, 401, 403, 404)
  change(@CallerParam() by: Caller, @Id() id: string, @Body() given: KeepView): Promise<SavedView> {
    return this.views.change(by, id, given);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Drops one of the own views.' })
  @HttpCode(204)
  @Allow('view.keep')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404)
  drop(@CallerParam() by: Caller, @Id() id: string): Promise<void> {
    return this.views.drop(by, id);
  }
}
