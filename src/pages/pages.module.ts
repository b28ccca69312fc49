import { Module } from '@nestjs/common';
import { CitizenPages } from './citizen/citizen-pages.js';
import { HomeController } from './citizen/home/home.controller.js';
import { Assets } from './site/assets.js';
import { MapFactsController } from './site/map-facts.controller.js';
import { PreferencesController } from './site/preferences.controller.js';
import { StaffAppController } from './staff/staff-app.controller.js';

@Module({
  controllers: [HomeController, MapFactsController, PreferencesController, StaffAppController],
  providers: [Assets, CitizenPages],
})
export class PagesModule {}
