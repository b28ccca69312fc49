import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { rejectReasons, type RejectReason } from '#lifecycle';
import { Allow } from '../platform/http/allow.js';
import { ApiProblems, WordsView } from '../platform/http/api.js';
import type { ReplyTemplate } from './city-data.js';
import { City } from './city.js';

class ReplyTemplateView implements ReplyTemplate {
  @ApiProperty({ example: 'reject-unclear' })
  code: string;

  @ApiProperty({ example: 'reject', description: 'The command that it is for.' })
  command: string;

  @ApiProperty({ enum: rejectReasons, required: false, description: 'Of `reject`.' })
  reason?: RejectReason;

  @ApiProperty({ type: WordsView })
  title: WordsView;

  @ApiProperty({
    type: WordsView,
    description: '`{category}`, `{ward}`, `{agency}`, `{due}` and `{hotline}` are put in by pages.',
  })
  text: WordsView;
}

class ReplyTemplatesView {
  @ApiProperty({ description: "The city's own number, for `{hotline}`." })
  hotline: string;

  @ApiProperty({ type: [ReplyTemplateView] })
  templates: ReplyTemplateView[];
}

@ApiTags('catalog')
@Controller('api/reply-templates')
export class ReplyTemplatesController {
  constructor(private readonly city: City) {}

  @Get()
  @ApiOperation({ summary: 'Texts that replies begin with, by the command that they are for.' })
  @Allow('reply.draft')
  @ApiOkResponse({ type: ReplyTemplatesView })
  @ApiProblems(401, 403)
  all(): ReplyTemplatesView {
    return { hotline: this.city.card.hotline, templates: this.city.data.reply_templates };
  }
}
