import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CitizenModule } from './citizen/citizen.module.js';
import { FilingModule } from './citizen/filing/filing.module.js';
import { HomeModule } from './citizen/home/home.module.js';
import { FollowingModule } from './citizen/following/following.module.js';
import { SiteFilter } from './citizen/failures/site.filter.js';
import { HelpModule } from './citizen/help/help.module.js';
import { PublishedModule } from './citizen/published/published.module.js';
import { RightsModule } from './citizen/rights/rights.module.js';
import { MapFactsController } from './site/map-facts.controller.js';
import { PreferencesController } from './site/preferences.controller.js';
import { ServiceWorkerController } from './site/service-worker.controller.js';
import { PartnerModule } from './partner/partner.module.js';
import { StaffAppController } from './staff/staff-app.controller.js';

@Module({
  imports: [
    CitizenModule,
    FilingModule,
    FollowingModule,
    HelpModule,
    HomeModule,
    PartnerModule,
    PublishedModule,
    RightsModule,
  ],
  controllers: [
    MapFactsController,
    PreferencesController,
    ServiceWorkerController,
    StaffAppController,
  ],
  providers: [{ provide: APP_FILTER, useClass: SiteFilter }],
})
export class PagesModule {}
