import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  UseInterceptors,
  applyDecorators,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { Ask } from '../dto/case-commands.dto.js';
import { LookUps } from '../look-ups.js';
import { PartnerMatters } from './partner-matters.js';
import { PartnerDone, PartnerMatter, PartnerReturn } from './partner.dto.js';

/** What an agency without accounts does by its link. */
export function PartnerCommand(name: string, summary: string) {
  return applyDecorators(
    Post(`:token/${name}`),
    HttpCode(200),
    Allow('partner.act'),
    ApiOperation({ summary }),
    ApiOkResponse({ type: PartnerDone }),
    ApiProblems(400, 403, 404, 409, 429),
  );
}

@ApiTags('partners')
@Controller('api/partner')
@UseInterceptors(LookUps)
export class PartnerController {
  constructor(private readonly matters: PartnerMatters) {}

  @Get(':token')
  @Allow('partner.act')
  @ApiOperation({ summary: 'The matter behind a link; opening it changes nothing.' })
  @ApiOkResponse({ type: PartnerMatter })
  @ApiProblems(404, 429)
  view(@Param('token') token: string) {
    return this.matters.view(token);
  }

  @PartnerCommand('accept', 'The agency takes the matter on.')
  accept(@Param('token') token: string) {
    return this.matters.accept(token);
  }

  @PartnerCommand('ask', 'A question to the filer; all clocks wait for the reply.')
  ask(@Param('token') token: string, @Body() asked: Ask) {
    return this.matters.ask(token, asked);
  }

  @PartnerCommand('return', 'The matter is not the agency’s; the link ends with it.')
  return(@Param('token') token: string, @Body() returned: PartnerReturn) {
    return this.matters.return(token, returned);
  }
}
