import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { render } from 'preact-render-to-string';
import { City } from '../../catalog/city.js';
import { servingAt } from '../../catalog/serving.js';
import { pagePolicy } from '../../platform/http/headers.js';
import { Time } from '../../platform/time.js';
import type { Choice } from '../citizen/parts/fields.js';
import { Assets } from '../site/assets.js';
import { visitOf, type Visit } from '../site/visit.js';
import { PartnerPage, type Shown } from './partner-page.js';

/** A link is read by a whole office: its language is the address's alone. */
export function partnerVisit(request: FastifyRequest): Visit {
  const { lang } = request.query as { lang?: unknown };
  return { ...visitOf(request), language: lang === 'en' ? 'en' : 'vi' };
}

/** Draws the pages of links in the common look. */
@Injectable()
export class PartnerPages {
  constructor(
    private readonly city: City,
    private readonly assets: Assets,
    private readonly time: Time,
  ) {}

  draw(visit: Visit, reply: FastifyReply, shown: Shown): string {
    void reply.header('content-security-policy', pagePolicy);
    const page = (
      <PartnerPage
        shown={shown}
        visit={visit}
        card={this.city.card}
        styles={[this.assets.url('citizen/citizen.css')]}
        agencies={this.choices(visit)}
      />
    );
    return `<!doctype html>${render(page)}`;
  }

  /** The agencies that serve today, by name. */
  private choices({ language }: Visit): Choice[] {
    return this.city.data.agencies
      .filter(servingAt(this.city, this.time.now()))
      .map(({ code, name }) => ({ value: code, label: name }))
      .toSorted((a, b) => a.label[language].localeCompare(b.label[language], language));
  }
}
