import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { City } from '../../../catalog/city.js';
import { Page } from '../../site/page.js';
import { VisitParam, type Visit } from '../../site/visit.js';
import { CitizenPages } from '../citizen-pages.js';
import { homeWords } from '../words.js';
import { CommonCategories } from './common-categories.js';
import { Home } from './home.js';

@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(
    private readonly pages: CitizenPages,
    private readonly common: CommonCategories,
    private readonly city: City,
  ) {}

  @Get()
  @Page('page.open')
  async home(@VisitParam() visit: Visit, @Res({ passthrough: true }) reply: FastifyReply) {
    const { emergency } = this.city.card;
    const common = await this.common.list();
    const title = homeWords.title[visit.language];
    return this.pages.draw(visit, reply, {
      title,
      islands: ['tracking-code.ts'],
      body: <Home language={visit.language} common={common} emergency={emergency} />,
    });
  }
}
