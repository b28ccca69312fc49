import { Controller, Get, HttpCode, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FileComplaint } from '../../../intake/dto.js';
import { Intake } from '../../../intake/intake.js';
import { FilingReader } from '../../../intake/read-filing.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { validated } from '../../../platform/http/validation.js';
import { Limited } from '../../../platform/limits/limited.js';
import { Page } from '../../site/page.js';
import { VisitParam, type Visit } from '../../site/visit.js';
import { ProblemPageFilter } from '../problem-page.filter.js';
import { FilingDesk } from './filing-desk.js';
import { FilingPages } from './filing-pages.js';
import type { Typed } from '../parts/fields.js';
import { fieldAt } from './form.js';
import { filingWords as w, stepNames, type Step } from './words.js';

const stepOf = (named: string | undefined): Step =>
  stepNames.find((step) => step === named) ?? 'say';

/** Filing page by page, without script; what was typed goes along from each to the next. */
@ApiExcludeController()
@Controller('file')
@UseFilters(ProblemPageFilter)
export class FilingController {
  constructor(
    private readonly reader: FilingReader,
    private readonly intake: Intake,
    private readonly desk: FilingDesk,
    private readonly pages: FilingPages,
  ) {}

  @Get()
  @Page('complaint.file')
  open(
    @VisitParam() visit: Visit,
    @Query('category') category: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const known = typeof category === 'string' && this.desk.category(category)?.code;
    const typed: Typed = new Map(known ? [['category', known]] : []);
    return this.pages.draw(visit, reply, { step: 'say', typed });
  }

  @Post()
  @HttpCode(200)
  @Page('complaint.file')
  @Limited('suggestion')
  async step(
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const typed = await this.reader.texts(request);
    const [from, to] = [stepOf(typed.get('step')), stepOf(typed.get('go'))];
    if (stepNames.indexOf(to) <= stepNames.indexOf(from) && !typed.has('declared'))
      return this.pages.draw(visit, reply, { step: to, typed });
    try {
      const filing = validated(FileComplaint, this.pages.filing(typed, visit));
      const wrong = await this.desk.faults(filing, to);
      if (wrong) throw new DomainError('request.invalid', wrong.errors);
      return await this.pages.draw(visit, reply, { step: to, typed });
    } catch (error) {
      return this.pages.refused(visit, reply, { step: stepFor(error, from), typed }, error);
    }
  }

  @Post('send')
  @HttpCode(303)
  @Page('complaint.file')
  @Limited('filing')
  async send(
    @VisitParam() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const typed = new Map<string, string>();
    try {
      const arranged = (fields: Typed) => this.pages.filing(fields, visit);
      const { spoken, files } = await this.reader.form(request, FileComplaint, typed, arranged);
      const sender = { address: request.ip, device: request.headers['user-agent'] };
      const key = typed.get('key') || null;
      const { receipt } = await this.intake.file(spoken, files, key, sender);
      void reply.header('location', `/file/receipt/${receipt.code}`);
      return '';
    } catch (error) {
      return this.refusedAtSending(visit, reply, typed, error);
    }
  }

  private refusedAtSending(
    visit: Visit,
    reply: FastifyReply,
    typed: Map<string, string>,
    error: unknown,
  ) {
    const step = stepFor(error, 'send');
    if (!(error instanceof DomainError) || error.code !== 'idempotency.other_request')
      return this.pages.refused(visit, reply, { step, typed }, error);
    typed.delete('key');
    const lead = w.again[visit.language];
    void reply.status(409);
    return this.pages.draw(visit, reply, { step, typed, lead });
  }
}

/** The first page that has something to mend. */
function stepFor(error: unknown, otherwise: Step): Step {
  const errors = error instanceof DomainError ? error.errors : [];
  const steps = errors.map(({ field }) => fieldAt(field).step);
  return stepNames.find((step) => steps.includes(step)) ?? otherwise;
}
