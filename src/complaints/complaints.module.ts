import { Module } from '@nestjs/common';
import { Access } from './access.js';
import { Anonymiser } from './anonymiser.js';
import { CaseClocks } from './case-clocks.js';
import { CaseCommands } from './case-commands.js';
import { Cases } from './cases.js';
import { CasesController } from './cases.controller.js';
import { Commands } from './commands.js';
import { FilerCommands } from './filer-commands.js';
import { ForwardingController } from './forwarding.controller.js';
import { HandoverController } from './handover.controller.js';
import { Handover } from './handover.js';
import { Identities } from './identities.js';
import { Ledger } from './ledger.js';
import { Masking } from './masking.js';
import { OpenIncidents } from './open-incidents.js';
import { PublicIncidentsController } from './public-incidents.controller.js';
import { LinkedProgresses } from './parts/linked-progress.js';
import { PartCommands } from './parts/part-commands.js';
import { PartsController } from './parts/parts.controller.js';
import { Splits } from './parts/splits.js';
import { PartnerDeskController } from './partners/partner-desk.controller.js';
import { PartnerDesk } from './partners/partner-desk.js';
import { PartnerLinks } from './partners/partner-links.js';
import { PartnerMatters } from './partners/partner-matters.js';
import { PartnerTokens } from './partners/partner-tokens.js';
import { PartnerController } from './partners/partner.controller.js';
import { PersonCodes } from './person-codes.js';
import { PublicController } from './public.controller.js';
import { PublicFigures } from './public-figures.js';
import { Published } from './published.js';
import { QueueFiguresReader } from './queue-figures.js';
import { Queue } from './queue.js';
import { ReturnsController } from './returns/returns.controller.js';
import { Returns } from './returns/returns.js';
import { Reveals } from './reveals.js';
import { RevealsController } from './reveals.controller.js';
import { Timeline } from './timeline.js';
import { Tracking } from './tracking.js';
import { TrackingController } from './tracking.controller.js';

@Module({
  controllers: [
    CasesController,
    ForwardingController,
    HandoverController,
    PartsController,
    PartnerController,
    PartnerDeskController,
    PublicController,
    PublicIncidentsController,
    ReturnsController,
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
    LinkedProgresses,
    PartCommands,
    PartnerDesk,
    PartnerLinks,
    PartnerMatters,
    PartnerTokens,
    PersonCodes,
    Masking,
    OpenIncidents,
    PublicFigures,
    Published,
    Queue,
    QueueFiguresReader,
    Returns,
    Reveals,
    Splits,
    Timeline,
    Tracking,
  ],
  exports: [
    Access,
    Anonymiser,
    CaseCommands,
    Commands,
    FilerCommands,
    Identities,
    Ledger,
    Masking,
    OpenIncidents,
    PartnerLinks,
    PartnerMatters,
    PersonCodes,
    PublicFigures,
    Published,
    Queue,
    QueueFiguresReader,
    Timeline,
    Tracking,
  ],
})
export class ComplaintsModule {}
