import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../../../complaints/complaints.module.js';
import { CitizenModule } from '../citizen.module.js';
import { CommonCategories } from './common-categories.js';
import { HomeController } from './home.controller.js';

@Module({
  imports: [CitizenModule, ComplaintsModule],
  controllers: [HomeController],
  providers: [CommonCategories],
})
export class HomeModule {}
