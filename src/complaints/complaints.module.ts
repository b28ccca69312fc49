import { Module } from '@nestjs/common';
import { Access } from './access.js';
import { Anonymiser } from './anonymiser.js';
import { CaseClocks } from './case-clocks.js';
import { CaseCommands } from './case-commands.js';
import { Cases } from './cases.js';
import { CasesController } from './cases.controller.js';
import { Commands } from './commands.js';
import { FilerCommands } from './filer-commands.js';
import { HandoverController } from './handover.controller.js';
import { Handover } from './handover.js';
import { Identities } from './identities.js';
import { Ledger } from './ledger.js';
import { Masking } from './masking.js';
import { PersonCodes } from './person-codes.js';
import { PublicController } from './public.controller.js';
import { Published } from './published.js';
import { Queue } from './queue.js';
import { Reveals } from './reveals.js';
import { RevealsController } from './reveals.controller.js';
import { Timeline } from './timeline.js';
import { Tracking } from './tracking.js';
import { TrackingController } from './tracking.controller.js';

@Module({
  controllers: [
    CasesController,
    HandoverController,
    PublicController,
    RevealsController,
    TrackingController,
  ],
  providers: [
    Access,
    Anonymiser,
    CaseClocks,
    CaseCommands,
    Cases,
    Commands,
    FilerCommands,
    Handover,
    Identities,
    Ledger,
    PersonCodes,
    Masking,
    Published,
    Queue,
    Reveals,
    Timeline,
    Tracking,
  ],
  exports: [
    Access,
    Anonymiser,
    CaseCommands,
    Commands,
    Identities,
    Ledger,
    Masking,
    PersonCodes,
    Timeline,
    Tracking,
  ],
})
export class ComplaintsModule {}
