import { Module } from '@nestjs/common';
import { Routing } from './routing.js';

@Module({ providers: [Routing], exports: [Routing] })
export class RoutingModule {}
