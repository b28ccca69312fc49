import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../../complaints/complaints.module.js';
import { Bringer } from './bringer.js';
import { Gatherer } from './gatherer.js';
import { IncidentReader } from './incident-reader.js';
import { IncidentWorker } from './incident-worker.js';
import { IncidentsController } from './incidents.controller.js';
import { Incidents } from './incidents.js';
import { Membership } from './membership.js';
import { Openings } from './openings.js';
import { Roll } from './roll.js';
import { StormDesk } from './storm-desk.js';
import { StormWatch } from './storm-watch.js';
import { StormsController } from './storms.controller.js';
import { Wishes } from './wishes.js';

@Module({
  imports: [ComplaintsModule],
  controllers: [IncidentsController, StormsController],
  providers: [
    Bringer,
    Gatherer,
    IncidentReader,
    Incidents,
    IncidentWorker,
    Membership,
    Openings,
    Roll,
    StormDesk,
    StormWatch,
    Wishes,
  ],
  exports: [Membership, Roll],
})
export class IncidentsModule {}
