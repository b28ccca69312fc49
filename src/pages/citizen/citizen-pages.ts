import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { h, type ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { City } from '../../catalog/city.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { sitePolicy } from '../../platform/http/headers.js';
import { Assets } from '../site/assets.js';
import type { Visit } from '../site/visit.js';
import { Frame, type FrameProps } from './frame.js';

export interface Drawn extends Pick<FrameProps, 'title' | 'here' | 'unlisted'> {
  /** Sources of the islands, as they are named in web/citizen/islands. */
  islands?: readonly string[];
  body: ComponentChildren;
}

/** Writes pages of citizens: the frame, the styles and the islands around what a page says. */
@Injectable()
export class CitizenPages {
  constructor(
    private readonly city: City,
    private readonly assets: Assets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  draw(visit: Visit, reply: FastifyReply, { islands = [], body, ...frame }: Drawn): string {
    const tiles = this.config.mapTiles;
    void reply.header('content-security-policy', sitePolicy(tiles === undefined ? {} : { tiles }));
    const sources = islands.map((name) => `citizen/islands/${name}`);
    const styles = [
      this.assets.url('citizen/citizen.css'),
      ...sources.flatMap((source) => this.assets.stylesOf(source)),
    ];
    const scripts = sources.map((source) => this.assets.url(source));
    const { card } = this.city;
    return `<!doctype html>${render(h(Frame, { ...frame, visit, card, styles, scripts, children: body }))}`;
  }
}
