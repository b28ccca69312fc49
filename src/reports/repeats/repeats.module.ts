import { Module } from '@nestjs/common';
import { AgencyRepeats } from './agency-repeats.js';
import { HotSpots } from './hot-spots.js';
import { RepeatsController } from './repeats.controller.js';

@Module({ controllers: [RepeatsController], providers: [AgencyRepeats, HotSpots] })
export class RepeatsModule {}
