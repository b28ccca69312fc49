import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { CalendarDraftsController } from './recalculation/calendar-drafts.controller.js';
import { CalendarKinds } from './recalculation/calendar-kinds.js';
import { DayImport } from './recalculation/day-import.js';
import { PlannedMoves } from './recalculation/planned-moves.js';
import { Preview } from './recalculation/preview.js';
import { RecalculationController } from './recalculation/recalculation.controller.js';
import { Recalculations } from './recalculation/recalculations.js';
import { Recalculator } from './recalculation/recalculator.js';
import { Timers } from './timers.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [CalendarDraftsController, RecalculationController],
  providers: [
    CalendarKinds,
    DayImport,
    PlannedMoves,
    Preview,
    Recalculations,
    Recalculator,
    Timers,
  ],
  exports: [Recalculator, Timers],
})
export class DeadlinesModule {}
