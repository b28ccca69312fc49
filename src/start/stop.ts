import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../platform/config/config.js';
import { Health } from '../platform/health/health.js';
import type { Log } from '../platform/logging/log.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Longer than the longest request may take. */
const PATIENCE_MS = 35_000;

/** Stops once at the first signal; a second one, or too long a wait, ends the process at once. */
export function onStopSignal(stop: () => Promise<void>, config: Config, log: Log): void {
  const patience = PATIENCE_MS + config.drainSeconds * 1000;
  let stopping = false;
  const begin = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.fact('stopping', { signal });
    setTimeout(() => process.exit(1), patience).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.failure('stopping failed', error);
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, begin);
}

/**
 * Says that it is not ready any more and serves on until whoever sends people here has heard it: a balancer asks every
 * few seconds, and what it passes on to a closed port is lost.
 */
export async function drain(app: NestFastifyApplication, { drainSeconds }: Config): Promise<void> {
  app.get(Health, { strict: false }).stop();
  await sleep(drainSeconds * 1000);
}
