import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { AttachmentsController } from './attachments.controller.js';
import { Attachments } from './attachments.js';
import { AttachmentStore } from './attachment-store.js';
import { Diversion } from './diversion.js';
import { DiversionCounts } from './diversion-counts.js';
import { DiversionsController } from './diversions.controller.js';
import { Filings } from './filing.js';
import { FileCheck } from './files/file-check.js';
import { PhotoPlaces } from './files/photo-places.js';
import { PhotosController } from './files/photos.controller.js';
import { Rescan } from './files/rescan.js';
import { Scanner } from './files/scanner.js';
import { StoreSweep } from './files/store-sweep.js';
import { Idempotency } from './idempotency.js';
import { Intake } from './intake.js';
import { IntakeController } from './intake.controller.js';
import { FilingReader } from './read-filing.js';

@Module({
  imports: [ComplaintsModule, RoutingModule],
  controllers: [AttachmentsController, DiversionsController, IntakeController, PhotosController],
  providers: [
    Attachments,
    AttachmentStore,
    Diversion,
    DiversionCounts,
    FileCheck,
    FilingReader,
    Filings,
    Idempotency,
    Intake,
    PhotoPlaces,
    Rescan,
    Scanner,
    StoreSweep,
  ],
  exports: [Filings],
})
export class IntakeModule {}
