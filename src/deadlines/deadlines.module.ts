import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { ExtensionsController } from './extensions.controller.js';
import { Extensions } from './extensions.js';
import { InboxController } from './inbox/inbox.controller.js';
import { Inbox } from './inbox/inbox.js';
import { StandingController } from './standing.controller.js';
import { Standing } from './standing.js';
import { PolicyDrafts } from './policies/policy-drafts.js';
import { PromisePreviewsController } from './policies/promise-previews.controller.js';
import { PromisePreviews } from './policies/promise-previews.js';
import { CalendarDraftsController } from './recalculation/calendar-drafts.controller.js';
import { CalendarKinds } from './recalculation/calendar-kinds.js';
import { DayImport } from './recalculation/day-import.js';
import { PlannedMoves } from './recalculation/planned-moves.js';
import { Preview } from './recalculation/preview.js';
import { RecalculationController } from './recalculation/recalculation.controller.js';
import { Recalculations } from './recalculation/recalculations.js';
import { Recalculator } from './recalculation/recalculator.js';
import { MorningList } from './morning-list.js';
import { MorningMail } from './morning-mail.js';
import { Timers } from './timers.js';
import { UrgingController } from './urging.controller.js';
import { Urgings } from './urgings.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [
    CalendarDraftsController,
    ExtensionsController,
    InboxController,
    PromisePreviewsController,
    RecalculationController,
    StandingController,
    UrgingController,
  ],
  providers: [
    CalendarKinds,
    DayImport,
    Extensions,
    Inbox,
    MorningList,
    MorningMail,
    PlannedMoves,
    PolicyDrafts,
    Preview,
    PromisePreviews,
    Recalculations,
    Recalculator,
    Standing,
    Timers,
    Urgings,
  ],
  exports: [MorningList, MorningMail, Recalculator, Timers],
})
export class DeadlinesModule {}
