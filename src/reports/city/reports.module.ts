import { Module } from '@nestjs/common';
import { Agencies } from './agencies.js';
import { Exports } from './exports.js';
import { Heat } from './heat.js';
import { Overview } from './overview.js';
import { ReportsController } from './reports.controller.js';
import { Trend } from './trend.js';

@Module({
  controllers: [ReportsController],
  providers: [Agencies, Exports, Heat, Overview, Trend],
})
export class ReportsModule {}
