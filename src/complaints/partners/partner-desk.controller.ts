import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { PartnerDesk } from './partner-desk.js';
import { PartnerLinkView } from './partner.dto.js';

const Id = () => Param('id', ParseUUIDPipe);

@ApiTags('cases')
@Controller('api/cases/:id/partner-links')
@Allow('partner.link')
export class PartnerDeskController {
  constructor(private readonly desk: PartnerDesk) {}

  @Get()
  @ApiOperation({ summary: 'The links that were sent for a case, newest first.' })
  @ApiOkResponse({ type: [PartnerLinkView] })
  @ApiProblems(400, 401, 403, 404)
  list(@CallerParam() by: Caller, @Id() id: string) {
    return this.desk.list(by, id);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sends a new link to the agency that leads; earlier ones end.' })
  @ApiOkResponse({ type: [PartnerLinkView] })
  @ApiHeader({ name: 'If-Match', required: true, description: '"<version>" of the case as seen' })
  @ApiProblems(400, 401, 403, 404, 409, 428)
  send(@CallerParam() by: Caller, @Id() id: string, @IfMatch() version: number) {
    return this.desk.send(by, { id, version });
  }

  @Delete(':link')
  @ApiOperation({ summary: 'Revokes a link.' })
  @ApiOkResponse({ type: [PartnerLinkView] })
  @ApiProblems(400, 401, 403, 404)
  revoke(@CallerParam() by: Caller, @Id() id: string, @Param('link', ParseUUIDPipe) link: string) {
    return this.desk.revoke(by, id, link);
  }
}
