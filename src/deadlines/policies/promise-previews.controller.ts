import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { PreviewPromises, PromisePart } from './promise-previews.dto.js';
import { PromisePreviews } from './promise-previews.js';

@ApiTags('catalog')
@Controller('api/drafts')
export class PromisePreviewsController {
  constructor(private readonly previews: PromisePreviews) {}

  @Post(':id/promises')
  @ApiOperation({
    summary: 'What a draft of the policy would have promised in a past period; in parts.',
  })
  @HttpCode(200)
  @Allow('draft.preview')
  @ApiOkResponse({ type: PromisePart })
  @ApiProblems(400, 401, 403, 404, 422)
  preview(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PreviewPromises,
  ) {
    return this.previews.preview(by, id, body);
  }
}
