import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { IncidentReader } from './incident-reader.js';
import * as dto from './incidents.dto.js';
import { Incidents } from './incidents.js';

/** A command on an incident: answers with the incident as it is then, `409` with the present one when stale. */
export function IncidentCommand(name: string, summary: string) {
  return applyDecorators(
    Post(`:id/${name}`),
    HttpCode(200),
    Allow('incident.manage'),
    ApiOperation({ summary }),
    ApiHeader({ name: 'If-Match', required: true, description: '"<version>" as seen' }),
    ApiOkResponse({ type: dto.IncidentView }),
    ApiProblems(400, 401, 403, 404, 409, 428),
  );
}

const Id = () => Param('id', ParseUUIDPipe);

@ApiTags('incidents')
@Controller('api/incidents')
export class IncidentsController {
  constructor(
    private readonly incidents: Incidents,
    private readonly reader: IncidentReader,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Incidents, the latest first.' })
  @Allow('incident.read')
  @ApiOkResponse({ type: dto.IncidentPage })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() by: Caller, @Query() filter: dto.ListIncidents) {
    return this.reader.page(by, filter);
  }

  @Get(':id')
  @ApiOperation({ summary: 'An incident with its members and its log; `ETag` is its version.' })
  @Allow('incident.read')
  @ApiOkResponse({ type: dto.IncidentView })
  @ApiProblems(400, 401, 403, 404)
  async view(
    @CallerParam() by: Caller,
    @Id() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.reader.view(by, id);
    reply.header('etag', `"${view.version}"`);
    return view;
  }

  @Post()
  @ApiOperation({ summary: 'Lập sự vụ: complaints about one event; the first of them goes ahead.' })
  @Allow('incident.manage')
  @ApiCreatedResponse({ type: dto.IncidentView })
  @ApiProblems(400, 401, 403, 404, 409)
  open(@CallerParam() by: Caller, @Body() body: dto.OpenIncident) {
    return this.incidents.open(by, body);
  }

  @IncidentCommand('join', 'Gộp vào: complaints join it.')
  join(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Cases,
  ) {
    return this.incidents.join(by, { id, version }, body);
  }

  @IncidentCommand('leave', 'Tách ra: complaints are matters of their own again.')
  leave(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.LeaveIncident,
  ) {
    return this.incidents.leave(by, { id, version }, body);
  }

  @IncidentCommand('merge', 'Gộp sự vụ: the members of another come over.')
  merge(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.OtherIncident,
  ) {
    return this.incidents.merge(by, { id, version }, body);
  }

  @IncidentCommand('split', 'Chia sự vụ: members, or a merged incident, go their own way again.')
  split(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.SplitIncident,
  ) {
    return this.incidents.split(by, { id, version }, body);
  }

  @IncidentCommand('dissolve', 'Giải thể: each complaint is a matter of its own again.')
  dissolve(@CallerParam() by: Caller, @Id() id: string, @IfMatch() version: number) {
    return this.incidents.dissolve(by, { id, version });
  }
}
