import { StartError } from '../platform/config/start-error.js';

/** One line for what the operator can put right, the stack for what only we can; the process ends with an error. */
export function reportStartError(error: unknown): never {
  const known = error instanceof StartError;
  const text = known ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`${text}\n`);
  process.exit(known ? error.exitCode : 70);
}
