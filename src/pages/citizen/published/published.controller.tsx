import type { ComponentChildren } from 'preact';
import { Controller, Get, Param, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { City } from '../../../catalog/city.js';
import { OpenIncidents } from '../../../complaints/open-incidents.js';
import { PublicFigures } from '../../../complaints/public-figures.js';
import { Published } from '../../../complaints/published.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Time } from '../../../platform/time.js';
import { Page } from '../../site/page.js';
import { VisitParam, type Visit } from '../../site/visit.js';
import { CitizenPages } from '../citizen-pages.js';
import { ProblemPageFilter } from '../problem-page.filter.js';
import { PublishedDetail } from './detail.js';
import { FiguresPage } from './figures.js';
import { PublishedFilter } from './filter.dto.js';
import { PublishedList } from './list.js';
import { WardPage } from './ward.js';
import { figureWords, publishedWords } from './words.js';

const PAGE = 30;
const islands = ['city.ts'];

/** What anybody may see of what people report: list, map, numbers, a page each for complaints and wards. */
@ApiExcludeController()
@Controller()
@UseFilters(ProblemPageFilter)
export class PublishedController {
  constructor(
    private readonly pages: CitizenPages,
    private readonly published: Published,
    private readonly incidents: OpenIncidents,
    private readonly figures: PublicFigures,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  @Get('complaints')
  @Page('published.read')
  async list(
    @VisitParam() visit: Visit,
    @Query() filter: PublishedFilter,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { lang: _, ...asked } = filter;
    const page = await this.published.page({ ...asked, limit: PAGE });
    const incidents = filter.after === undefined ? await this.incidents.published() : [];
    const { city } = this;
    return this.draw(visit, reply, publishedWords.title[visit.language], (written) => (
      <PublishedList city={city} filter={filter} page={page} incidents={incidents} {...written} />
    ));
  }

  @Get('complaints/:id')
  @Page('published.read')
  async one(
    @VisitParam() visit: Visit,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const one = isUUID(id) ? await this.published.one(id) : null;
    if (!one) throw new DomainError('not_found');
    const title = one.category?.[visit.language] ?? publishedWords.unsorted[visit.language];
    return this.draw(visit, reply, title, (written) => (
      <PublishedDetail one={one} now={this.time.now()} {...written} />
    ));
  }

  @Get('wards/:code')
  @Page('published.read')
  async ward(
    @VisitParam() visit: Visit,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const area = this.city.area(code);
    if (!area || area.kind === 'city') throw new DomainError('not_found');
    const page = await this.published.page({ ward: code, limit: PAGE });
    const figures = await this.figures.of(code);
    const agencies = this.city.data.agencies.filter(
      ({ ward, validTo }) => ward === code && validTo === null,
    );
    return this.draw(visit, reply, area.name[visit.language], (written) => (
      <WardPage area={area} agencies={agencies} figures={figures} page={page} {...written} />
    ));
  }

  @Get('figures')
  @Page('published.read')
  async numbers(@VisitParam() visit: Visit, @Res({ passthrough: true }) reply: FastifyReply) {
    const figures = await this.figures.of();
    return this.draw(visit, reply, figureWords.title[visit.language], ({ language }) => (
      <FiguresPage figures={figures} city={this.city} language={language} />
    ));
  }

  private draw(
    visit: Visit,
    reply: FastifyReply,
    title: string,
    body: (written: { language: Visit['language']; timeZone: string }) => ComponentChildren,
  ): string {
    const { timeZone } = this.city.card;
    const drawn = body({ language: visit.language, timeZone });
    return this.pages.draw(visit, reply, { title, here: 'city', islands, body: drawn });
  }
}
