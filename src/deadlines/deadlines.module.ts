import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { MorningList } from './morning-list.js';
import { MorningMail } from './morning-mail.js';
import { Timers } from './timers.js';
import { UrgingController } from './urging.controller.js';
import { Urgings } from './urgings.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [UrgingController],
  providers: [MorningList, MorningMail, Timers, Urgings],
  exports: [MorningList, MorningMail, Timers],
})
export class DeadlinesModule {}
