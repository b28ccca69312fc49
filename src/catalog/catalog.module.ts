import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KnownAgencies } from '../people/known-agencies.js';
import { CatalogController } from './catalog.controller.js';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { City } from './city.js';
import { lineOf } from './concerned.js';
import { CityWatch } from './publishing/city-watch.js';
import { DraftKinds } from './publishing/draft-kinds.js';
import { DraftsController } from './publishing/drafts.controller.js';
import { Drafts } from './publishing/drafts.js';
import { Publishing } from './publishing/publishing.js';
import { ReplyDrafts } from './reply-drafts.js';
import { ReplyTemplatesController } from './reply-templates.controller.js';
import { VersionsController } from './publishing/versions.controller.js';

async function loadCity(
  source: DataSource,
  door: Door,
  time: Time,
  agencies: KnownAgencies,
): Promise<City> {
  const city = await City.load(source, time);
  door.standingOf = (staff) => ({
    within: staff.agency === null ? [] : city.withSubordinates(staff.agency),
    line: lineOf(staff, city),
  });
  agencies.has = (code) => city.agency(code)?.validTo === null;
  return city;
}

@Global()
@Module({
  controllers: [CatalogController, DraftsController, ReplyTemplatesController, VersionsController],
  providers: [
    { provide: City, inject: [DataSource, Door, Time, KnownAgencies], useFactory: loadCity },
    CityWatch,
    DraftKinds,
    Drafts,
    Publishing,
    ReplyDrafts,
  ],
  exports: [City, DraftKinds, Drafts],
})
export class CatalogModule {}
