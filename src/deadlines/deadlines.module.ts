import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { ExtensionsController } from './extensions.controller.js';
import { Extensions } from './extensions.js';
import { StandingController } from './standing.controller.js';
import { Standing } from './standing.js';
import { PolicyDrafts } from './policies/policy-drafts.js';
import { PromisePreviewsController } from './policies/promise-previews.controller.js';
import { PromisePreviews } from './policies/promise-previews.js';
import { Timers } from './timers.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [ExtensionsController, PromisePreviewsController, StandingController],
  providers: [Extensions, PolicyDrafts, PromisePreviews, Standing, Timers],
  exports: [Timers],
})
export class DeadlinesModule {}
