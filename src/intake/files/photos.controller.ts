import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Limited } from '../../platform/limits/limited.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { PhotoPlaces } from './photo-places.js';
import { PhotoPlace } from './photo.dto.js';

@ApiTags('complaints')
@Controller('api/photos')
export class PhotosController {
  constructor(private readonly places: PhotoPlaces) {}

  @Post('place')
  @HttpCode(200)
  @Allow('complaint.file')
  @Limited('photo_place')
  @ApiOperation({ summary: 'Where and when a photo says it was taken; nothing of it is kept.' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOkResponse({ type: PhotoPlace })
  @ApiProblems(400, 403, 413, 415)
  place(@Req() request: FastifyRequest) {
    return this.places.of(request);
  }
}
