import {
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
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
import { LookUps } from '../../complaints/look-ups.js';
import { PartnerCommand } from '../../complaints/partners/partner.controller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { disposition } from '../files/file-name.js';
import { FilingReader } from '../read-filing.js';
import { PartnerAnswer } from './partner-answer.dto.js';
import { PartnerAnswers } from './partner-answers.js';

@ApiTags('partners')
@Controller('api/partner')
@UseInterceptors(LookUps)
export class PartnerAnswersController {
  constructor(
    private readonly answers: PartnerAnswers,
    private readonly reader: FilingReader,
  ) {}

  @PartnerCommand(
    'answer',
    'The answer: JSON, or multipart with the JSON in `answer` and up to 5 photos or PDF in `files`.',
  )
  @ApiExtraModels(PartnerAnswer)
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({
    schema: {
      oneOf: [
        { $ref: getSchemaPath(PartnerAnswer) },
        {
          type: 'object',
          required: ['answer'],
          properties: {
            answer: { $ref: getSchemaPath(PartnerAnswer) },
            files: { type: 'array', maxItems: 5, items: { type: 'string', format: 'binary' } },
          },
        },
      ],
    },
  })
  @ApiProblems(413, 415)
  async answer(@Param('token') token: string, @Req() request: FastifyRequest) {
    await this.answers.admit(token);
    const { spoken, files } = await this.reader.spoken(request, 'answer', PartnerAnswer);
    return this.answers.answer(token, spoken, files);
  }

  @Get(':token/attachments/:attachment')
  @Allow('partner.act')
  @ApiOperation({ summary: 'A photo or document of the matter, always as a download.' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems(400, 404, 409, 429)
  async photo(
    @Param('token') token: string,
    @Param('attachment', ParseUUIDPipe) attachment: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { row, stream } = await this.answers.photo(token, attachment);
    reply.header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(stream, {
      type: row.type === 'application/pdf' ? 'application/octet-stream' : row.type,
      length: row.bytes,
      // The name may say who sent it.
      disposition: disposition(row.id),
    });
  }
}
