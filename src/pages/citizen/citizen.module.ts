import { Module } from '@nestjs/common';
import { Assets } from '../site/assets.js';
import { CitizenPages } from './citizen-pages.js';
import { ProblemPages } from './failures/problem-pages.js';
import { ProblemPageFilter } from './problem-page.filter.js';

/** What the modules of citizens' pages draw with. */
@Module({
  providers: [Assets, CitizenPages, ProblemPages, ProblemPageFilter],
  exports: [Assets, CitizenPages, ProblemPages, ProblemPageFilter],
})
export class CitizenModule {}
