import {
  applyDecorators,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ask } from '../../../complaints/dto/case-commands.dto.js';
import { LookUps } from '../../../complaints/look-ups.js';
import { PartnerMatters } from '../../../complaints/partners/partner-matters.js';
import { PartnerReturn } from '../../../complaints/partners/partner.dto.js';
import { problemOf, retryAfterOf } from '../../../platform/errors/problem.js';
import { Allow } from '../../../platform/http/allow.js';
import { pagePolicy } from '../../../platform/http/headers.js';
import { FilingReader } from '../../read-filing.js';
import { PartnerAnswer } from '../partner-answer.dto.js';
import { PartnerAnswers } from '../partner-answers.js';
import { pathOf } from './page.js';
import { PartnerPageFilter } from './partner-page.filter.js';
import { languageOf, PartnerPages } from './partner-pages.js';
import { partnerStyle } from './style.js';
import { steps, type Step } from './words.js';

const Page = (type: string) =>
  applyDecorators(
    Allow('partner.act'),
    Header('content-type', `${type}; charset=utf-8`),
    Header('content-security-policy', pagePolicy),
    // Without an origin a form of ours could not be told from one of another site.
    Header('referrer-policy', 'same-origin'),
  );

const Sent = (step: Step) =>
  applyDecorators(Post(`:token/${step}`), HttpCode(303), Page('text/html'));

const unshown: readonly string[] = ['partner.link_refused', 'service.failed'];

function unlessRefused(error: unknown): void {
  if (problemOf(error).code === 'partner.link_refused') throw error;
}

type Asked = { token: string; lang: unknown; step: Step; reply: FastifyReply };

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

  @Get('page.css')
  @Page('text/css')
  style() {
    return partnerStyle;
  }

  @Get(':token')
  @Page('text/html')
  async view(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Query('done') done: unknown,
  ) {
    const matter = await this.matters.view(token);
    return this.pages.draw(
      { token, matter, done: steps.find((step) => step === done) },
      languageOf(lang),
    );
  }

  @Sent('accept')
  accept(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ token, lang, step: 'accept', reply }, () => this.matters.accept(token));
  }

  @Sent('ask')
  ask(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ token, lang, step: 'ask', reply }, async (typed) => {
      const { spoken } = await this.reader.form(request, Ask, typed);
      return this.matters.ask(token, spoken);
    });
  }

  @Sent('answer')
  answer(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ token, lang, step: 'answer', reply }, async (typed) => {
      const { spoken, files } = await this.reader.form(request, PartnerAnswer, typed);
      return this.answers.answer(token, spoken, files);
    });
  }

  @Sent('return')
  return(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.give({ token, lang, step: 'return', reply }, async (typed) => {
      const { spoken } = await this.reader.form(request, PartnerReturn, typed);
      return this.matters.return(token, spoken);
    });
  }

  /** Does a step; what was refused is shown again with all that was typed. */
  private async give(
    { token, lang, step, reply }: Asked,
    act: (typed: Map<string, string>) => Promise<unknown>,
  ): Promise<string> {
    const typed = new Map<string, string>();
    const language = languageOf(lang);
    try {
      // Without a database the form is still read, so that what was typed can be shown.
      await this.answers.admit(token).catch(unlessRefused);
      await act(typed);
    } catch (error) {
      const wrong = problemOf(error);
      if (unshown.includes(wrong.code)) throw error;
      reply.status(wrong.status);
      const wait = retryAfterOf(wrong);
      if (wait !== undefined) reply.header('retry-after', String(wait));
      const matter =
        wrong.status < 500 ? await this.matters.view(token).catch(() => undefined) : undefined;
      return this.pages.draw({ token, matter, step, typed, wrong }, language);
    }
    if (step === 'return') {
      reply.status(200);
      return this.pages.draw({ token: null, done: step }, language);
    }
    const path = pathOf(token, language);
    reply.header('location', `${path}${path.includes('?') ? '&' : '?'}done=${step}`);
    return '';
  }
}
