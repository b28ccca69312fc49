import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { Audit } from './audit.js';

@Module({ controllers: [AuditController], providers: [Audit] })
export class AuditModule {}
