import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { City } from '../../catalog/city.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Allow } from '../../platform/http/allow.js';

/** What a map of the city needs before it shows anything: the wards' outlines, the bounds, the tiles if any. */
@ApiExcludeController()
@Controller('map')
export class MapFactsController {
  constructor(
    private readonly city: City,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('facts.json')
  @Allow('catalog.read')
  @Header('cache-control', 'public, max-age=300')
  facts() {
    const { mapTiles = null, mapAttribution = null } = this.config;
    return { bounds: this.city.card.bounds, tiles: mapTiles, attribution: mapAttribution };
  }

  @Get('wards.json')
  @Allow('catalog.read')
  @Header('content-type', 'application/geo+json')
  @Header('cache-control', 'public, max-age=86400')
  wards(): Promise<Buffer> {
    return readFile(join(this.config.cityDir, 'wards.geojson'));
  }
}
