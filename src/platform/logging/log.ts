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

// JSON escapes the controls below a blank; these can still move a terminal's cursor, break a line or turn its direction.
const unseen = /[\u007F-\u009F\u200E\u200F\u061C\u2028-\u202E\u2066-\u2069]/g;

const escaped = (line: string) =>
  line.replaceAll(unseen, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

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
      hooks: { streamWrite: escaped },
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
