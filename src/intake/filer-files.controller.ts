import {
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Code } from '../complaints/code-param.js';
import { FilerMessage, TrackedComplaint } from '../complaints/dto/tracking.dto.js';
import { LookUps } from '../complaints/look-ups.js';
import { Allow } from '../platform/http/allow.js';
import { ApiProblems } from '../platform/http/api.js';
import { disposition } from './files/file-name.js';
import { FilerFiles } from './filer-files.js';
import { FilingReader } from './read-filing.js';

@ApiTags('complaints')
@Controller('api/complaints')
@UseInterceptors(LookUps)
export class FilerFilesController {
  constructor(
    private readonly files: FilerFiles,
    private readonly reader: FilingReader,
  ) {}

  @Post(':code/messages')
  @HttpCode(200)
  @Allow('complaint.act')
  @ApiOperation({
    summary:
      'A reply to a question, or something to add: JSON, or multipart with the JSON in `message` and up to 5 photos or PDF in `files`.',
  })
  @ApiExtraModels(FilerMessage)
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({
    schema: {
      oneOf: [
        { $ref: getSchemaPath(FilerMessage) },
        {
          type: 'object',
          required: ['message'],
          properties: {
            message: { $ref: getSchemaPath(FilerMessage) },
            files: { type: 'array', maxItems: 5, items: { type: 'string', format: 'binary' } },
          },
        },
      ],
    },
  })
  @ApiOkResponse({ type: TrackedComplaint })
  @ApiProblems(400, 403, 404, 409, 413, 415, 429)
  async reply(@Code() code: string, @Req() request: FastifyRequest) {
    await this.files.admit(code);
    const { spoken, files } = await this.reader.spoken(request, 'message', FilerMessage);
    return this.files.reply(code, spoken.text, files);
  }

  @Get(':code/attachments/:attachment')
  @Allow('complaint.follow')
  @ApiOperation({ summary: 'A photo or document of the published answer.' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems(400, 404, 429)
  async evidence(
    @Code() code: string,
    @Param('attachment', ParseUUIDPipe) attachment: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { row, stream } = await this.files.evidence(code, attachment);
    reply.headers({
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    return new StreamableFile(stream, {
      type: row.type === 'application/pdf' ? 'application/octet-stream' : row.type,
      length: row.bytes,
      disposition: disposition(row.id),
    });
  }
}
