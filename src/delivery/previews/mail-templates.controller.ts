import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { MailPreviews } from './mail-previews.js';
import { MailTemplateItem, MailTemplateView, MailWords, PreviewMail } from './previews.dto.js';

@ApiTags('outbox')
@Controller('api/mail-templates')
@Allow('mail_template.read')
export class MailTemplatesController {
  constructor(private readonly previews: MailPreviews) {}

  @Get()
  @ApiOperation({ summary: 'Every mail that the program writes.' })
  @ApiOkResponse({ type: [MailTemplateItem] })
  @ApiProblems(401, 403)
  list() {
    return this.previews.list();
  }

  @Get(':name')
  @ApiOperation({ summary: 'What a mail says, in both languages, of a case that never was.' })
  @ApiOkResponse({ type: MailTemplateView })
  @ApiProblems(401, 403, 404)
  view(@Param('name') name: string) {
    return this.previews.view(name);
  }

  @Post(':name/preview')
  @ApiOperation({ summary: 'What a mail would say in other words, of a case that never was.' })
  @HttpCode(200)
  @ApiOkResponse({ type: MailWords })
  @ApiProblems(400, 401, 403, 422)
  preview(@Param('name') name: string, @Body() words: PreviewMail) {
    return this.previews.preview(name, words);
  }
}
