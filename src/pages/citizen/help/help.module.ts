import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen.module.js';
import { HelpController } from './help.controller.js';

@Module({ imports: [CitizenModule], controllers: [HelpController] })
export class HelpModule {}
