import { applyDecorators, HttpCode, Param, ParseUUIDPipe, Post, type Type } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { CaseCommand as CaseCommandName } from '#permissions';
import { ApiProblems } from '../platform/http/api.js';
import { Allow } from '../platform/http/allow.js';
import { CaseItem } from './dto/cases.dto.js';

/** A command on a case: answers with its new version, `409` with the present case when stale. */
export function CaseCommand(name: CaseCommandName, summary: string, type: Type = CaseItem) {
  return applyDecorators(
    Post(`:id/${name}`),
    HttpCode(200),
    Allow(`case.${name}`),
    ApiOperation({ summary }),
    ApiHeader({ name: 'If-Match', required: true, description: '"<version>" of the case as seen' }),
    ApiOkResponse({ type }),
    ApiProblems(400, 401, 403, 404, 409, 428),
  );
}

export const Id = () => Param('id', ParseUUIDPipe);
