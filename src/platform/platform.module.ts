import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Backups } from './backup/backups.js';
import { Door } from './database/door.js';
import { Pulse } from './database/pulse.js';
import type { Config } from './config/config.js';
import { CONFIG } from './config/config.token.js';
import { SECRET_KEY } from './config/secret-key.token.js';
import { Health } from './health/health.js';
import { HealthController } from './health/health.controller.js';
import { Limits } from './limits/limits.js';
import { Log } from './logging/log.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Keyring } from './sealing/keyring.js';
import { Time } from './time.js';

/** What every area stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, log: Log, time: Time, secretKey: Buffer): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: SECRET_KEY, useValue: secretKey },
        { provide: Log, useValue: log },
        Backups,
        Door,
        Health,
        Limits,
        Metrics,
        Pulse,
        { provide: Keyring, useFactory: () => Keyring.open(config) },
        { provide: Time, useValue: time },
      ],
      exports: [CONFIG, SECRET_KEY, Backups, Door, Health, Keyring, Limits, Log, Metrics, Time],
    };
  }
}
