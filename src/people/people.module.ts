import { Global, Module } from '@nestjs/common';
import { LivingSessions } from './living-sessions.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { Staff } from './staff.js';

@Global()
@Module({
  controllers: [SessionController],
  providers: [LivingSessions, Sessions, Staff],
  exports: [LivingSessions, Sessions, Staff],
})
export class PeopleModule {}
