import {
  Controller,
  Get,
  HttpCode,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Code } from '../../../complaints/code-param.js';
import { LookUps } from '../../../complaints/look-ups.js';
import { Tracking } from '../../../complaints/tracking.js';
import { ContactProofs } from '../../../intake/person/contact-proofs.js';
import { PersonRights } from '../../../intake/person/person-rights.js';
import { UseRight } from '../../../intake/person/rights.dto.js';
import { FilingReader } from '../../../intake/read-filing.js';
import { Limited } from '../../../platform/limits/limited.js';
import { Page } from '../../site/page.js';
import { VisitParam, type Visit } from '../../site/visit.js';
import { FollowFilter } from '../following/follow.filter.js';
import { FormSteps } from '../following/form-steps.js';
import { pathOf } from '../following/shown.js';
import { AskCode, usedBy } from './forms.dto.js';
import { RightsPages } from './rights-pages.js';
import { askables, type Askable } from './words.js';

const askable = (asked: unknown): Askable | undefined => askables.find((one) => one === asked);

/** The page where somebody asks for what is kept of them, in two steps and without script. */
@ApiExcludeController()
@Controller('follow/:code/rights')
@UseInterceptors(LookUps)
@UseFilters(FollowFilter)
export class RightsPageController {
  constructor(
    private readonly tracking: Tracking,
    private readonly proofs: ContactProofs,
    private readonly rights: PersonRights,
    private readonly reader: FilingReader,
    private readonly steps: FormSteps,
    private readonly pages: RightsPages,
  ) {}

  @Get()
  @Page('complaint.rights')
  async page(
    @Code() code: string,
    @Query('right') asked: unknown,
    @VisitParam() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.tracking.view(code);
    return this.pages.draw(visit, reply, { code, view, right: askable(asked) });
  }

  @Post('proof')
  @HttpCode(303)
  @Page('complaint.rights')
  @Limited('contact_proof_address')
  ask(
    @Code() code: string,
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const act = async (typed: Map<string, string>) => {
      const { spoken } = await this.reader.form(request, AskCode, typed);
      await this.proofs.ask(code, spoken.contact);
      return spoken.right;
    };
    return this.steps.give(code, reply, act, {
      done: (right) => {
        void reply.header('location', pathOf(code, visit.language, '/rights', `right=${right}`));
        return '';
      },
      draw: (view, typed, wrong) => this.pages.draw(visit, reply, { code, view, typed, wrong }),
    });
  }

  @Post()
  @HttpCode(200)
  @Page('complaint.rights')
  use(
    @Code() code: string,
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const act = async (typed: Map<string, string>) => {
      const { spoken } = await this.reader.form(request, UseRight, typed, usedBy);
      return { right: askable(typed.get('right')), used: await this.rights.use(code, spoken) };
    };
    return this.steps.give(code, reply, act, {
      done: async ({ right, used }) =>
        this.pages.draw(visit, reply, { code, view: await this.tracking.view(code), right, used }),
      draw: (view, typed, wrong) => {
        const right = askable(typed.get('right'));
        return this.pages.draw(visit, reply, { code, view, typed, wrong, right });
      },
    });
  }
}
