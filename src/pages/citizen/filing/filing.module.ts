import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../../../complaints/complaints.module.js';
import { IntakeModule } from '../../../intake/intake.module.js';
import { RoutingModule } from '../../../routing/routing.module.js';
import { LikenessModule } from '../../../triage/likeness/likeness.module.js';
import { CitizenModule } from '../citizen.module.js';
import { FilingController } from './filing.controller.js';
import { FilingFactsController } from './facts.controller.js';
import { FilingDesk } from './filing-desk.js';
import { FilingPages } from './filing-pages.js';
import { ReceiptController } from './receipt.controller.js';
import { ReceiptReader } from './receipt-reader.js';

/** Filing on the pages: with script and without, up to the receipt. */
@Module({
  imports: [CitizenModule, ComplaintsModule, IntakeModule, LikenessModule, RoutingModule],
  controllers: [FilingFactsController, FilingController, ReceiptController],
  providers: [FilingDesk, FilingPages, ReceiptReader],
})
export class FilingModule {}
