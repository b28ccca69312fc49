import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../people/caller.js';
import { Allow } from '../platform/http/allow.js';
import { ApiProblems } from '../platform/http/api.js';
import { IfMatch } from '../platform/http/if-match.js';
import { sha256 } from '../platform/sha256.js';
import { CaseCommands } from './case-commands.js';
import { CaseItem } from './dto/cases.dto.js';
import { Forward } from './dto/forward.dto.js';

@ApiTags('cases')
@Controller('api/cases')
export class ForwardingController {
  constructor(private readonly commands: CaseCommands) {}

  @Post(':id/forward')
  @HttpCode(200)
  @Allow('case.forward')
  @ApiOperation({ summary: 'Sends a case on to a body outside of the city, by a document.' })
  @ApiHeader({ name: 'If-Match', required: true, description: '"<version>" of the case as seen' })
  @ApiOkResponse({ type: CaseItem })
  @ApiProblems(400, 401, 403, 404, 409, 428)
  forward(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { body, document, date, text }: Forward,
  ) {
    const command = { type: 'forward', body, document, date, text: sha256(text) } as const;
    return this.commands.give(by, { id, version }, command, { text, audience: 'filer' });
  }
}
