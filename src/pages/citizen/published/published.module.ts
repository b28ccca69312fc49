import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../../../complaints/complaints.module.js';
import { CitizenModule } from '../citizen.module.js';
import { PublishedController } from './published.controller.js';

@Module({
  imports: [CitizenModule, ComplaintsModule],
  controllers: [PublishedController],
})
export class PublishedModule {}
