import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../../complaints/complaints.module.js';
import { PeopleController } from './people.controller.js';
import { PeopleStanding } from './people-standing.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [PeopleController],
  providers: [PeopleStanding],
})
export class PeopleReportModule {}
