import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { ExtensionsController } from './extensions.controller.js';
import { Extensions } from './extensions.js';
import { StandingController } from './standing.controller.js';
import { Standing } from './standing.js';
import { MorningList } from './morning-list.js';
import { MorningMail } from './morning-mail.js';
import { Timers } from './timers.js';
import { UrgingController } from './urging.controller.js';
import { Urgings } from './urgings.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [ExtensionsController, StandingController, UrgingController],
  providers: [Extensions, MorningList, MorningMail, Standing, Timers, Urgings],
  exports: [MorningList, MorningMail, Timers],
})
export class DeadlinesModule {}
