/** Repeats a round until it finds nothing; calls that come meanwhile become one more look. */
export class Lane {
  private running: Promise<void> | null = null;
  private asked = false;
  private stopped = false;
  private failing = false;

  /** `round` returns how much it did; `failed` is told of the first of several failures in a row. */
  constructor(
    private readonly round: () => Promise<number>,
    private readonly failed: (error: unknown) => void,
  ) {}

  wake(): void {
    if (this.stopped) return;
    this.asked = true;
    this.running ??= this.run();
  }

  /** Resolves when no round is under way any more; none begins after. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.asked && !this.stopped) {
      this.asked = false;
      await this.look();
    }
    this.running = null;
  }

  private async look(): Promise<void> {
    try {
      while (!this.stopped && (await this.round()) > 0);
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.failed(error);
      this.failing = true;
    }
  }
}
