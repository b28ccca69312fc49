import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from './catalog/catalog.module.js';
import { ComplaintsModule } from './complaints/complaints.module.js';
import { DeadlinesModule } from './deadlines/deadlines.module.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { entities } from './entities.js';
import { IntakeModule } from './intake/intake.module.js';
import { LikenessModule } from './triage/likeness/likeness.module.js';
import { LiveModule } from './live/live.module.js';
import { Measures } from './measures.js';
import { PagesModule } from './pages/pages.module.js';
import { AllowGuard } from './people/allow.guard.js';
import { CommandLimitGuard } from './people/command-limit.guard.js';
import { OriginGuard } from './people/origin.guard.js';
import { PeopleModule } from './people/people.module.js';
import type { Config } from './platform/config/config.js';
import { dataSourceOptions, type DatabaseAddress } from './platform/database/data-source.js';
import { DtoPipe } from './platform/http/validation.js';
import { LimitGuard } from './platform/limits/limited.js';
import type { Log } from './platform/logging/log.js';
import { PlatformModule } from './platform/platform.module.js';
import type { Time } from './platform/time.js';
import { CenterModule } from './reports/center/center.module.js';
import { PeopleReportModule } from './reports/people/people-report.module.js';
import { ReportsModule } from './reports/city/reports.module.js';
import { AuditModule } from './reports/audit/audit.module.js';
import { RepeatsModule } from './reports/repeats/repeats.module.js';
import { RoutingModule } from './routing/routing.module.js';
import { DeskModule } from './triage/desk.module.js';
import { IncidentsModule } from './triage/incidents/incidents.module.js';

@Module({})
export class AppModule {
  static with(
    config: Config,
    address: DatabaseAddress,
    log: Log,
    time: Time,
    secretKey: Buffer,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(address, entities), retryAttempts: 3 }),
        ScheduleModule.forRoot(),
        PlatformModule.with(config, log, time, secretKey),
        PeopleModule,
        CatalogModule,
        ComplaintsModule,
        RoutingModule,
        IntakeModule,
        LikenessModule,
        DeadlinesModule,
        IncidentsModule,
        DeskModule,
        DeliveryModule,
        LiveModule,
        AuditModule,
        RepeatsModule,
        CenterModule,
        PeopleReportModule,
        ReportsModule,
        PagesModule,
      ],
      providers: [
        Measures,
        { provide: APP_GUARD, useClass: OriginGuard },
        { provide: APP_GUARD, useClass: LimitGuard },
        { provide: APP_GUARD, useClass: AllowGuard },
        { provide: APP_GUARD, useClass: CommandLimitGuard },
        { provide: APP_PIPE, useClass: DtoPipe },
      ],
    };
  }
}
