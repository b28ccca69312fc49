import {
  Controller,
  Get,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
  UseInterceptors,
  applyDecorators,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseTrackingCode } from '#tracking-code';
import { City } from '../../../catalog/city.js';
import { Code } from '../../../complaints/code-param.js';
import { FilerMessage, FilerReason } from '../../../complaints/dto/tracking.dto.js';
import { FilerCommands } from '../../../complaints/filer-commands.js';
import { followUrl } from '../../../complaints/follow-url.js';
import { LookUps } from '../../../complaints/look-ups.js';
import { Tracking } from '../../../complaints/tracking.js';
import { FilerFiles } from '../../../intake/filer-files.js';
import { FilingReader } from '../../../intake/read-filing.js';
import { CONFIG } from '../../../platform/config/config.token.js';
import type { Config } from '../../../platform/config/config.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Page } from '../../site/page.js';
import { VisitParam, type Visit } from '../../site/visit.js';
import { CitizenPages } from '../citizen-pages.js';
import { Find } from './find.js';
import { FollowFilter } from './follow.filter.js';
import { Follow } from './follow.js';
import { RateForm, ratingOf } from './forms.dto.js';
import { FormSteps } from './form-steps.js';
import { pathOf, type Shown } from './shown.js';
import { deeds, findWords, followWords, type Deed } from './words.js';

const Sent = (deed: Deed) =>
  applyDecorators(Post(`:code/${deed}`), HttpCode(303), Page('complaint.act'));

/** The page of a tracking code: the matter and its forms, without script. */
@ApiExcludeController()
@Controller('follow')
@UseInterceptors(LookUps)
@UseFilters(FollowFilter)
export class FollowController {
  constructor(
    private readonly pages: CitizenPages,
    private readonly tracking: Tracking,
    private readonly commands: FilerCommands,
    private readonly files: FilerFiles,
    private readonly reader: FilingReader,
    private readonly steps: FormSteps,
    private readonly city: City,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Page('complaint.follow')
  find(
    @VisitParam() visit: Visit,
    @Query('code') typed: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { language } = visit;
    if (typed === undefined || typed.trim() === '')
      return this.pages.draw(visit, reply, {
        title: findWords.title[language],
        here: 'follow',
        islands: ['tracking-code.ts'],
        body: <Find language={language} card={this.city.card} />,
      });
    const code = parseTrackingCode(typed);
    if (code === null) throw new DomainError('not_found');
    void reply.status(303).header('location', pathOf(code, language));
    return '';
  }

  @Get(':code')
  @Page('complaint.follow')
  async view(
    @Code() code: string,
    @Query('done') asked: unknown,
    @VisitParam() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.tracking.view(code);
    const done = deeds.find((deed) => deed === asked);
    return this.draw(visit, reply, { code, view, ...(done && { done }) });
  }

  @Sent('reply')
  reply(
    @Code() code: string,
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ code, deed: 'reply', visit, reply }, async (typed) => {
      const { spoken, files } = await this.reader.form(request, FilerMessage, typed);
      return this.files.reply(code, spoken.text, files);
    });
  }

  // Nothing is typed here: a form without a field is not even a whole multipart.
  @Sent('confirm')
  confirm(
    @Code() code: string,
    @VisitParam() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ code, deed: 'confirm', visit, reply }, () => this.commands.confirm(code));
  }

  @Sent('rate')
  rate(
    @Code() code: string,
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ code, deed: 'rate', visit, reply }, async (typed) => {
      const { spoken } = await this.reader.form(request, RateForm, typed);
      return this.commands.rate(code, ratingOf(spoken));
    });
  }

  @Sent('reopen')
  reopen(
    @Code() code: string,
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ code, deed: 'reopen', visit, reply }, async (typed) => {
      const { spoken } = await this.reader.form(request, FilerReason, typed);
      return this.commands.reopen(code, spoken.text);
    });
  }

  @Sent('appeal')
  appeal(
    @Code() code: string,
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ code, deed: 'appeal', visit, reply }, async (typed) => {
      const { spoken } = await this.reader.form(request, FilerReason, typed);
      return this.commands.appeal(code, spoken.text);
    });
  }

  private give(
    { code, deed, visit, reply }: { code: string; deed: Deed; visit: Visit; reply: FastifyReply },
    act: (typed: Map<string, string>) => Promise<unknown>,
  ): Promise<string> {
    return this.steps.give(code, reply, act, {
      done: () => {
        void reply.header('location', pathOf(code, visit.language, '', `done=${deed}`));
        return '';
      },
      draw: (view, typed, wrong) =>
        this.draw(visit, reply, { code, ...(view && { view }), tried: { deed, typed, wrong } }),
    });
  }

  private draw(visit: Visit, reply: FastifyReply, shown: Omit<Shown, 'url'>): string {
    const { language } = visit;
    const { timeZone } = this.city.card;
    const url = followUrl(this.config.publicUrl, shown.code);
    const title = `${shown.view?.category?.[language] ?? followWords.mine[language]} · ${shown.code}`;
    return this.pages.draw(visit, reply, {
      title,
      here: 'follow',
      unlisted: true,
      islands: ['follow.ts'],
      body: <Follow shown={{ ...shown, url, language, timeZone }} />,
    });
  }
}
