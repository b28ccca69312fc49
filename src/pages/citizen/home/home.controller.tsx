import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { City } from '../../../catalog/city.js';
import { Page } from '../../site/page.js';
import { VisitParam, type Visit } from '../../site/visit.js';
import { CitizenPages } from '../citizen-pages.js';
import { homeWords } from '../words.js';
import { commonOf, Home } from './home.js';

@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(
    private readonly pages: CitizenPages,
    private readonly city: City,
  ) {}

  @Get()
  @Page('page.open')
  home(@VisitParam() visit: Visit, @Res({ passthrough: true }) reply: FastifyReply) {
    const { categories, city } = this.city.data;
    const title = homeWords.title[visit.language];
    return this.pages.draw(visit, reply, {
      title,
      islands: ['tracking-code.ts'],
      body: (
        <Home language={visit.language} common={commonOf(categories)} emergency={city.emergency} />
      ),
    });
  }
}
