import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../../complaints/complaints.module.js';
import { Bringer } from './bringer.js';
import { IncidentReader } from './incident-reader.js';
import { IncidentWorker } from './incident-worker.js';
import { IncidentsController } from './incidents.controller.js';
import { Incidents } from './incidents.js';
import { Membership } from './membership.js';
import { Openings } from './openings.js';
import { Roll } from './roll.js';
import { Wishes } from './wishes.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [IncidentsController],
  providers: [
    Bringer,
    IncidentReader,
    Incidents,
    IncidentWorker,
    Membership,
    Openings,
    Roll,
    Wishes,
  ],
  exports: [Membership, Roll],
})
export class IncidentsModule {}
