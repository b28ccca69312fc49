import { Module } from '@nestjs/common';
import { Assets } from '../site/assets.js';
import { CitizenPages } from './citizen-pages.js';

/** What the modules of citizens' pages draw with. */
@Module({
  providers: [Assets, CitizenPages],
  exports: [Assets, CitizenPages],
})
export class CitizenModule {}
