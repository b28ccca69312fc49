import { Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { City } from '../../../catalog/city.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Page } from '../../site/page.js';
import { VisitParam, type Visit } from '../../site/visit.js';
import { CitizenPages } from '../citizen-pages.js';
import { ProblemPageFilter } from '../problem-page.filter.js';
import { Help, HelpTopic } from './help.js';
import { helpWords, topics } from './topics.js';

@ApiExcludeController()
@Controller('help')
@UseFilters(ProblemPageFilter)
export class HelpController {
  constructor(
    private readonly pages: CitizenPages,
    private readonly city: City,
  ) {}

  @Get()
  @Page('page.open')
  all(@VisitParam() visit: Visit, @Res({ passthrough: true }) reply: FastifyReply) {
    const { language } = visit;
    return this.pages.draw(visit, reply, {
      title: helpWords.title[language],
      here: 'help',
      body: <Help card={this.city.card} language={language} />,
    });
  }

  @Get(':topic')
  @Page('page.open')
  one(
    @VisitParam() visit: Visit,
    @Param('topic') asked: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const topic = topics.find(({ path }) => path === asked);
    if (!topic) throw new DomainError('not_found');
    const { language } = visit;
    return this.pages.draw(visit, reply, {
      title: topic.title[language],
      here: 'help',
      body: <HelpTopic topic={topic} language={language} />,
    });
  }
}
