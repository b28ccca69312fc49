import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { Routing } from './routing.js';
import { DryRuns } from './rules/dry-runs.js';
import { DryRunsController } from './rules/dry-runs.controller.js';
import { DirectoryDrafts } from './rules/directory-drafts.js';
import { RuleDrafts } from './rules/rule-drafts.js';
import { Succession } from './succession/succession.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [DryRunsController],
  providers: [DirectoryDrafts, DryRuns, RuleDrafts, Routing, Succession],
  exports: [Routing],
})
export class RoutingModule {}
