import { Global, Module } from '@nestjs/common';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { Staff } from './staff.js';

@Global()
@Module({
  controllers: [SessionController],
  providers: [Sessions, Staff],
  exports: [Sessions, Staff],
})
export class PeopleModule {}
