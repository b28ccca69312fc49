import { Module } from '@nestjs/common';
import { CenterController } from './center.controller.js';
import { OperatorLoads } from './operator-loads.js';
import { WallBoard } from './wall-board.js';

@Module({ controllers: [CenterController], providers: [OperatorLoads, WallBoard] })
export class CenterModule {}
