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
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseItem } from '../complaints/dto/cases.dto.js';
import { Allow } from '../platform/http/allow.js';
import { CallerParam, type Caller } from '../people/caller.js';
import { ApiProblems } from '../platform/http/api.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Attachments } from './attachments.js';
import { disposition } from './files/file-name.js';
import { FilingReader } from './read-filing.js';

@ApiTags('cases')
@Controller('api/cases/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly reader: FilingReader,
  ) {}

  @Get(':attachment')
  @Allow('case.read')
  @ApiOperation({ summary: 'A photo or document of a case, always as a download.' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems(400, 401, 403, 404, 409)
  async read(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachment', ParseUUIDPipe) attachment: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { row, name, stream } = await this.attachments.read(by, id, attachment);
    reply.headers({
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    return new StreamableFile(stream, {
      // Plug-ins of old browsers open application/pdf in the page of our origin, whatever the disposition says.
      type: row.type === 'application/pdf' ? 'application/octet-stream' : row.type,
      length: row.bytes,
      disposition: disposition(name),
    });
  }

  @Post()
  @HttpCode(200)
  @Allow('case.note')
  @ApiOperation({ summary: 'Adds up to 5 photos or PDF to a case, to be named as evidence.' })
  @ApiHeader({ name: 'If-Match', required: true, description: '"<version>" of the case as seen' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['files'],
      properties: {
        files: { type: 'array', maxItems: 5, items: { type: 'string', format: 'binary' } },
      },
    },
  })
  @ApiOkResponse({ type: CaseItem })
  @ApiProblems(400, 401, 403, 404, 409, 413, 415, 428)
  async add(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ) {
    return this.attachments.add(by, { id, version }, await this.reader.files(request));
  }
}
