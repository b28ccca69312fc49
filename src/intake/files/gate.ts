import { DomainError } from '../../platform/errors/domain-error.js';

/** Lets a bounded amount of work run at once and a bounded amount wait for it. */
export class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
  ) {}

  /** @throws service.unavailable when as many wait as may */
  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await this.wait();
    else this.running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits longest takes the place over, so that nobody who has just come is faster.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.mayWait) throw new DomainError('service.unavailable');
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
