import { Controller, Get, Header, Inject, Res, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { City } from '../../../catalog/city.js';
import { Code } from '../../../complaints/code-param.js';
import { LookUps } from '../../../complaints/look-ups.js';
import type { Config } from '../../../platform/config/config.js';
import { CONFIG } from '../../../platform/config/config.token.js';
import { Allow } from '../../../platform/http/allow.js';
import { Page } from '../../site/page.js';
import { VisitParam, type Visit } from '../../site/visit.js';
import { CitizenPages } from '../citizen-pages.js';
import { ProblemPageFilter } from '../problem-page.filter.js';
import { ReceiptReader } from './receipt-reader.js';
import { Receipt, receiptText } from './receipt.js';
import { receiptWords as w } from './words.js';

/** The receipt behind a tracking code, to look at, to print and to save. */
@ApiExcludeController()
@Controller('file/receipt')
@UseInterceptors(LookUps)
@UseFilters(ProblemPageFilter)
export class ReceiptController {
  constructor(
    private readonly reader: ReceiptReader,
    private readonly pages: CitizenPages,
    private readonly city: City,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':code')
  @Page('complaint.follow')
  async view(
    @Code() code: string,
    @VisitParam() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const shown = await this.shown(code, visit);
    return this.pages.draw(visit, reply, {
      title: w.title[visit.language],
      here: 'file',
      unlisted: true,
      islands: ['receipt.ts'],
      body: <Receipt {...shown} />,
    });
  }

  @Get(':code/save')
  @Allow('complaint.follow')
  @Header('content-type', 'text/plain; charset=utf-8')
  async save(
    @Code() code: string,
    @VisitParam() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const text = receiptText(await this.shown(code, visit));
    void reply.header('content-disposition', `attachment; filename="${code}.txt"`);
    return text;
  }

  private async shown(code: string, { language }: Visit) {
    return {
      receipt: await this.reader.read(code),
      followUrl: `${this.config.publicUrl}/follow/${code}`,
      language,
      timeZone: this.city.card.timeZone,
    };
  }
}
