import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../../../complaints/complaints.module.js';
import { IntakeModule } from '../../../intake/intake.module.js';
import { CitizenModule } from '../citizen.module.js';
import { FollowController } from './follow.controller.js';
import { FollowFilter } from './follow.filter.js';
import { FormSteps } from './form-steps.js';

@Module({
  imports: [CitizenModule, ComplaintsModule, IntakeModule],
  controllers: [FollowController],
  providers: [FollowFilter, FormSteps],
  exports: [FollowFilter, FormSteps],
})
export class FollowingModule {}
