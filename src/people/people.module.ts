import { Global, Module } from '@nestjs/common';
import { Acting } from './duty/acting.js';
import { Departure } from './duty/departure.js';
import { Directory } from './duty/directory.js';
import { StandInsController } from './duty/stand-ins.controller.js';
import { StandIns } from './duty/stand-ins.js';
import { LivingSessions } from './living-sessions.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { Staff } from './staff.js';

@Global()
@Module({
  controllers: [SessionController, StandInsController],
  providers: [Acting, Departure, Directory, LivingSessions, Sessions, Staff, StandIns],
  exports: [Acting, Departure, Directory, LivingSessions, Sessions, Staff],
})
export class PeopleModule {}
