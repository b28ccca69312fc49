import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { Models } from './classifier/models.js';
import { Nightly } from './classifier/nightly.js';
import { SuggestionsController } from './classifier/suggestions.controller.js';
import { Suggestions } from './classifier/suggestions.js';
import { ProposalsController } from './proposal/proposals.controller.js';
import { Proposals } from './proposal/proposals.js';
import { Routing } from './routing.js';
import { DryRuns } from './rules/dry-runs.js';
import { DryRunsController } from './rules/dry-runs.controller.js';
import { CatalogDrafts } from './rules/catalog-drafts.js';
import { DraftedRules } from './rules/drafted.js';
import { DirectoryDrafts } from './rules/directory-drafts.js';
import { RuleDrafts } from './rules/rule-drafts.js';
import { Succession } from './succession/succession.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [DryRunsController, ProposalsController, SuggestionsController],
  providers: [
    CatalogDrafts,
    DirectoryDrafts,
    DraftedRules,
    DryRuns,
    Models,
    Nightly,
    Proposals,
    RuleDrafts,
    Routing,
    Succession,
    Suggestions,
  ],
  exports: [Routing, Suggestions],
})
export class RoutingModule {}
