import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { ExtensionsController } from './extensions.controller.js';
import { Extensions } from './extensions.js';
import { StandingController } from './standing.controller.js';
import { Standing } from './standing.js';
import { Timers } from './timers.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [ExtensionsController, StandingController],
  providers: [Extensions, Standing, Timers],
  exports: [Timers],
})
export class DeadlinesModule {}
