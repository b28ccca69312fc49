import {
  applyDecorators,
  Controller,
  createParamDecorator,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ask } from '../../complaints/dto/case-commands.dto.js';
import { LookUps } from '../../complaints/look-ups.js';
import { PartnerMatters } from '../../complaints/partners/partner-matters.js';
import { PartnerReturn } from '../../complaints/partners/partner.dto.js';
import { PartnerAnswer } from '../../intake/partner/partner-answer.dto.js';
import { PartnerAnswers } from '../../intake/partner/partner-answers.js';
import { FilingReader } from '../../intake/read-filing.js';
import { problemOf, retryAfterOf } from '../../platform/errors/problem.js';
import { Page } from '../site/page.js';
import type { Visit } from '../site/visit.js';
import { PartnerPageFilter } from './partner-page.filter.js';
import { pathOf } from './partner-page.js';
import { PartnerPages, partnerVisit } from './partner-pages.js';
import { steps, type Step } from './words.js';

const Sent = (step: Step) =>
  applyDecorators(Post(`:token/${step}`), HttpCode(303), Page('partner.act'));

const VisitParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  partnerVisit(context.switchToHttp().getRequest<FastifyRequest>()),
);

const unshown: readonly string[] = ['partner.link_refused', 'service.failed'];

function unlessRefused(error: unknown): void {
  if (problemOf(error).code === 'partner.link_refused') throw error;
}

interface Asked {
  token: string;
  visit: Visit;
  step: Step;
  reply: FastifyReply;
}

/** The pages of an agency without accounts: the matter of its link and its forms, without script. */
@ApiExcludeController()
@Controller('partner')
@UseInterceptors(LookUps)
@UseFilters(PartnerPageFilter)
export class PartnerPageController {
  constructor(
    private readonly matters: PartnerMatters,
    private readonly answers: PartnerAnswers,
    private readonly reader: FilingReader,
    private readonly pages: PartnerPages,
  ) {}

  @Get(':token')
  @Page('partner.act')
  async view(
    @Param('token') token: string,
    @Query('done') asked: unknown,
    @VisitParam() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const matter = await this.matters.view(token);
    const done = steps.find((step) => step === asked);
    return this.pages.draw(visit, reply, { token, matter, done });
  }

  @Sent('accept')
  accept(
    @Param('token') token: string,
    @VisitParam() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ token, visit, step: 'accept', reply }, () => this.matters.accept(token));
  }

  @Sent('ask')
  ask(
    @Param('token') token: string,
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ token, visit, step: 'ask', reply }, async (typed) => {
      const { spoken } = await this.reader.form(request, Ask, typed);
      return this.matters.ask(token, spoken);
    });
  }

  @Sent('answer')
  answer(
    @Param('token') token: string,
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ token, visit, step: 'answer', reply }, async (typed) => {
      const { spoken, files } = await this.reader.form(request, PartnerAnswer, typed);
      return this.answers.answer(token, spoken, files);
    });
  }

  @Sent('return')
  return(
    @Param('token') token: string,
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ token, visit, step: 'return', reply }, async (typed) => {
      const { spoken } = await this.reader.form(request, PartnerReturn, typed);
      return this.matters.return(token, spoken);
    });
  }

  /** Does a step; what was refused is shown again with all that was typed. */
  private async give(
    { token, visit, step, reply }: Asked,
    act: (typed: Map<string, string>) => Promise<unknown>,
  ): Promise<string> {
    const typed = new Map<string, string>();
    try {
      // Without a database the form is still read, so that what was typed can be shown.
      await this.answers.admit(token).catch(unlessRefused);
      await act(typed);
    } catch (error) {
      const wrong = problemOf(error);
      if (unshown.includes(wrong.code)) throw error;
      void reply.status(wrong.status);
      const wait = retryAfterOf(wrong);
      if (wait !== undefined) void reply.header('retry-after', String(wait));
      const matter =
        wrong.status < 500 ? await this.matters.view(token).catch(() => undefined) : undefined;
      return this.pages.draw(visit, reply, { token, matter, step, typed, wrong });
    }
    if (step === 'return') {
      void reply.status(200);
      return this.pages.draw(visit, reply, { token: null, done: step });
    }
    const path = pathOf(token, visit.language);
    void reply.header('location', `${path}${path.includes('?') ? '&' : '?'}done=${step}`);
    return '';
  }
}
