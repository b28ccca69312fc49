import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { Timers } from './timers.js';

@Module({ imports: [ComplaintsModule], providers: [Timers], exports: [Timers] })
export class DeadlinesModule {}
