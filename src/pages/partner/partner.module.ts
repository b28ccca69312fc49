import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../../complaints/complaints.module.js';
import { IntakeModule } from '../../intake/intake.module.js';
import { CitizenModule } from '../citizen/citizen.module.js';
import { PartnerPageController } from './partner-page.controller.js';
import { PartnerPageFilter } from './partner-page.filter.js';
import { PartnerPages } from './partner-pages.js';

@Module({
  imports: [CitizenModule, ComplaintsModule, IntakeModule],
  controllers: [PartnerPageController],
  providers: [PartnerPageFilter, PartnerPages],
})
export class PartnerModule {}
