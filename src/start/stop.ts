import type { Log } from '../platform/logging/log.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Longer than the longest request may take. */
const PATIENCE_MS = 35_000;

/** Stops once at the first signal; a second one, or too long a wait, ends the process at once. */
export function onStopSignal(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const begin = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.fact('stopping', { signal });
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
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
