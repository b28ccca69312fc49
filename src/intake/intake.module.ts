import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { AttachmentsController } from './attachments.controller.js';
import { Attachments } from './attachments.js';
import { CallerHistories } from './calls/caller-histories.js';
import { CallsController } from './calls/calls.controller.js';
import { Calls } from './calls/calls.js';
import { CodeMessages } from './calls/code-messages.js';
import { Admission } from './admission.js';
import { AttachmentStore } from './attachment-store.js';
import { Diversion } from './diversion.js';
import { DiversionCounts } from './diversion-counts.js';
import { DiversionsController } from './diversions.controller.js';
import { Filings } from './filing.js';
import { FilingWriter } from './filing-writer.js';
import { FilerFilesController } from './filer-files.controller.js';
import { FilerFiles } from './filer-files.js';
import { FileCheck } from './files/file-check.js';
import { PhotoPlaces } from './files/photo-places.js';
import { PhotosController } from './files/photos.controller.js';
import { Rescan } from './files/rescan.js';
import { Scanner } from './files/scanner.js';
import { StoreSweep } from './files/store-sweep.js';
import { Idempotency } from './idempotency.js';
import { Intake } from './intake.js';
import { ReceiptsSweep } from './receipts-sweep.js';
import { JoinWishes } from './join-wishes.js';
import { IntakeController } from './intake.controller.js';
import { PartnerAnswersController } from './partner/partner-answers.controller.js';
import { PartnerAnswers } from './partner/partner-answers.js';
import { ContactProofs } from './person/contact-proofs.js';
import { KeptDataReader } from './person/kept-data.js';
import { PersonRights } from './person/person-rights.js';
import { RightCases } from './person/right-cases.js';
import { RightRequests } from './person/right-requests.js';
import { RightsController } from './person/rights.controller.js';
import { ChallengeController } from './proof/challenge.controller.js';
import { Challenges } from './proof/challenges.js';
import { FilingRate } from './proof/filing-rate.js';
import { Proofs } from './proof/proofs.js';
import { Questions } from './proof/questions.js';
import { UsedChallenges } from './proof/used-challenges.js';
import { FilingReader } from './read-filing.js';

const proof = [Challenges, FilingRate, Proofs, Questions, UsedChallenges];
const person = [ContactProofs, KeptDataReader, PersonRights, RightCases, RightRequests];

@Module({
  imports: [ComplaintsModule, RoutingModule],
  controllers: [
    AttachmentsController,
    CallsController,
    ChallengeController,
    DiversionsController,
    FilerFilesController,
    IntakeController,
    PartnerAnswersController,
    PhotosController,
    RightsController,
  ],
  providers: [
    Admission,
    Attachments,
    AttachmentStore,
    CallerHistories,
    Calls,
    CodeMessages,
    Diversion,
    DiversionCounts,
    FileCheck,
    FilerFiles,
    FilingReader,
    Filings,
    FilingWriter,
    Idempotency,
    ReceiptsSweep,
    Intake,
    JoinWishes,
    PartnerAnswers,
    PhotoPlaces,
    Rescan,
    Scanner,
    StoreSweep,
    ...proof,
    ...person,
  ],
  exports: [
    ContactProofs,
    Diversion,
    FilerFiles,
    FilingReader,
    Filings,
    Intake,
    PartnerAnswers,
    PersonRights,
    Questions,
    RightRequests,
  ],
})
export class IntakeModule {}
