import { DomainError } from './errors/domain-error.js';

/** Lets `places` pieces of work run at once and `benches` more wait their turn; who comes then is sent away with 503. */
export class Gate {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly places: number,
    private readonly benches: number,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.places) this.running += 1;
    else if (this.queue.length < this.benches)
      await new Promise<void>((resolve) => this.queue.push(resolve));
    else throw new DomainError('service.unavailable');
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      // The place is handed over, so that nobody who comes now slips in between.
      if (next) next();
      else this.running -= 1;
    }
  }
}
