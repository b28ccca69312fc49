import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { AuditPage, ListAudit } from './audit.dto.js';
import { Audit } from './audit.js';

@ApiTags('audit')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly audit: Audit) {}

  @Get()
  @ApiOperation({
    summary:
      'Who did what and when, to cases, accounts and the versions of the city; newest first.',
  })
  @Allow('audit.read')
  @ApiOkResponse({ type: AuditPage })
  @ApiProblems(400, 401, 403)
  page(@CallerParam() by: Caller, @Query() asked: ListAudit) {
    return this.audit.page(by, asked);
  }
}
