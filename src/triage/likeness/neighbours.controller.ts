import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { Limited } from '../../platform/limits/limited.js';
import { Neighbours } from './neighbours.js';
import { Draft, Neighbours as NeighboursView } from './similar.dto.js';

@ApiTags('complaints')
@Controller('api/complaints/similar')
export class NeighboursController {
  constructor(private readonly neighbours: Neighbours) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'While writing: what others have reported that is likely the same. Keeps nothing.',
  })
  @Allow('published.read')
  @Limited('similar')
  @ApiOkResponse({ type: NeighboursView })
  @ApiProblems(400)
  of(@Body() draft: Draft) {
    return this.neighbours.of(draft);
  }
}
