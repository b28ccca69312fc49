import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

type Facts = Record<string, string | number | boolean | null | undefined>;

/** What may be said of an error: never its parameters or detail, which can hold what a person wrote. */
function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, code, stack } = error as Error & { code?: string };
  const frames = stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: name, code, at: frames?.slice(0, 6).join(' ').replaceAll(/\s+/g, ' ') };
}

/** Structured lines, one JSON object each, without identities: facts are ids, counts, routes and codes. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  /** Writes to the standard output unless `to` is given. */
  constructor(level = 'info', to?: DestinationStream) {
    const options = {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
    };
    this.pino = to ? pino(options, to) : pino(options);
  }

  fact(message: string, facts: Facts = {}): void {
    this.pino.info(facts, message);
  }

  trouble(message: string, facts: Facts = {}): void {
    this.pino.warn(facts, message);
  }

  failure(message: string, error: unknown, facts: Facts = {}): void {
    this.pino.error({ ...facts, ...factsOf(error) }, message);
  }

  log(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, String(message));
  }

  error(message: unknown, _stack?: string, context?: string): void {
    this.pino.error({ context }, String(message));
  }
}
