import { Controller, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerParam, type Caller } from '../people/caller.js';
import { Allow } from '../platform/http/allow.js';
import { ApiProblems } from '../platform/http/api.js';
import { ApiDiversion } from './diversion.dto.js';
import { Limited } from '../platform/limits/limited.js';
import { FileComplaint, Receipt } from './dto.js';
import { keyOf } from './idempotency.js';
import { byKey, Intake } from './intake.js';
import { FilingReader } from './read-filing.js';

@ApiTags('complaints')
@Controller('api/complaints')
export class IntakeController {
  constructor(
    private readonly reader: FilingReader,
    private readonly intake: Intake,
  ) {}

  @Post()
  @ApiOperation({
    summary:
      'Files a complaint: JSON, or multipart with the JSON in `complaint` and up to 5 photos or PDF in `files`.',
  })
  @Allow('complaint.file')
  @Limited('filing')
  @ApiExtraModels(FileComplaint)
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Repeating it gives the first answer.',
  })
  @ApiBody({
    schema: {
      oneOf: [
        { $ref: getSchemaPath(FileComplaint) },
        {
          type: 'object',
          required: ['complaint'],
          properties: {
            complaint: { $ref: getSchemaPath(FileComplaint) },
            files: { type: 'array', maxItems: 5, items: { type: 'string', format: 'binary' } },
          },
        },
      ],
    },
  })
  @ApiCreatedResponse({ type: Receipt })
  @ApiProblems(400, 403, 413, 415)
  @ApiDiversion()
  async file(
    @CallerParam() system: Caller | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const key = keyOf(request.headers['idempotency-key']);
    const { complaint, files } = await this.reader.read(request);
    const device = request.headers['user-agent'];
    // A system has answered for itself by its key: no proof is asked of it, and its key is what is counted.
    const sender = system ? null : { address: request.ip, device };
    const way = system && byKey(system);
    const { receipt, replayed } = await this.intake.file(complaint, files, key, sender, way);
    if (replayed) reply.header('idempotent-replayed', 'true');
    reply.header('location', `/api/complaints/${receipt.code}`);
    return receipt;
  }
}
