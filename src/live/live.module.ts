import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { Broadcast } from './broadcast.js';
import { FollowerStatus } from './follower-status.js';
import { LiveStatus } from './live-status.js';
import { LogReader } from './log-reader.js';
import { LogTail } from './log-tail.js';
import { PresenceDesk } from './presence-desk.js';
import { PresenceSharing } from './presence-sharing.js';
import { PresenceWire } from './presence-wire.js';
import { Resume } from './resume.js';
import { SessionWatch } from './session-watch.js';
import { StaffGateway } from './staff.gateway.js';
import { TrackGateway } from './track.gateway.js';

@Module({
  imports: [ComplaintsModule],
  providers: [
    Broadcast,
    FollowerStatus,
    LiveStatus,
    LogReader,
    LogTail,
    PresenceDesk,
    PresenceSharing,
    PresenceWire,
    Resume,
    SessionWatch,
    StaffGateway,
    TrackGateway,
  ],
  exports: [FollowerStatus, LiveStatus, LogTail, PresenceSharing],
})
export class LiveModule {}
