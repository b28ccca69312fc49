import { Module } from '@nestjs/common';
import { Assets } from '../site/assets.js';
import { CitizenPages } from './citizen-pages.js';
import { ProblemPageFilter } from './problem-page.filter.js';

/** What the modules of citizens' pages draw with. */
@Module({
  providers: [Assets, CitizenPages, ProblemPageFilter],
  exports: [Assets, CitizenPages, ProblemPageFilter],
})
export class CitizenModule {}
