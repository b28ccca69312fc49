import type { Log } from './logging/log.js';

/** Work that comes again and again in one process: never twice at once, and waited for at the end. */
export class Rounds {
  private running: Promise<void> | null = null;
  private ended = false;

  /** `trouble` is what the log says of a round that failed. */
  constructor(
    private readonly log: Log,
    private readonly trouble: string,
  ) {}

  /** Begins a round, unless one is under way. The work may ask whether it should go on. */
  wake(work: (goesOn: () => boolean) => Promise<unknown>): void {
    if (this.ended || this.running) return;
    this.running = work(() => !this.ended)
      .then(
        () => undefined,
        (error: unknown) => this.log.failure(this.trouble, error),
      )
      .finally(() => (this.running = null));
  }

  /** Resolves when no round is under way any more; none begins after. */
  async end(): Promise<void> {
    this.ended = true;
    await this.running;
  }
}
