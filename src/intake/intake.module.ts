import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { AttachmentsController } from './attachments.controller.js';
import { Attachments } from './attachments.js';
import { AttachmentStore } from './attachment-store.js';
import { Filings } from './filing.js';
import { Idempotency } from './idempotency.js';
import { Intake } from './intake.js';
import { IntakeController } from './intake.controller.js';
import { ChallengeController } from './proof/challenge.controller.js';
import { Challenges } from './proof/challenges.js';
import { FilingRate } from './proof/filing-rate.js';
import { Proofs } from './proof/proofs.js';
import { Questions } from './proof/questions.js';
import { UsedChallenges } from './proof/used-challenges.js';
import { FilingReader } from './read-filing.js';

const proof = [Challenges, FilingRate, Proofs, Questions, UsedChallenges];

@Module({
  imports: [ComplaintsModule, RoutingModule],
  controllers: [AttachmentsController, ChallengeController, IntakeController],
  providers: [Attachments, AttachmentStore, FilingReader, Filings, Idempotency, Intake, ...proof],
  exports: [Filings],
})
export class IntakeModule {}
