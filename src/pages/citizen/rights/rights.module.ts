import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../../../complaints/complaints.module.js';
import { IntakeModule } from '../../../intake/intake.module.js';
import { CitizenModule } from '../citizen.module.js';
import { FollowingModule } from '../following/following.module.js';
import { RightsPageController } from './rights.controller.js';
import { RightsPages } from './rights-pages.js';

@Module({
  imports: [CitizenModule, ComplaintsModule, FollowingModule, IntakeModule],
  controllers: [RightsPageController],
  providers: [RightsPages],
})
export class RightsModule {}
