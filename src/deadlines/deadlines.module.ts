import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { PolicyDrafts } from './policies/policy-drafts.js';
import { PromisePreviewsController } from './policies/promise-previews.controller.js';
import { PromisePreviews } from './policies/promise-previews.js';
import { Timers } from './timers.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [PromisePreviewsController],
  providers: [PolicyDrafts, PromisePreviews, Timers],
  exports: [Timers],
})
export class DeadlinesModule {}
