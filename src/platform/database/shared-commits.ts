import { isUnavailable } from '../errors/unavailable.js';

/** So many transactions at once: while they run, what comes gathers for the next. */
const LANES = 2;
const MOST = 64;

interface Waiting<In, Out> {
  item: In;
  key: string | undefined;
  done: (out: Out) => void;
  failed: (error: unknown) => void;
}

/**
 * Gathers what waits into common transactions. Nothing waits for company: whoever comes when a lane is free goes
 * alone. When a common transaction is refused, each item is tried by itself, so that none pays for another's fault.
 */
export class SharedCommits<In, Out> {
  private readonly waiting: Waiting<In, Out>[] = [];
  private running = 0;

  /** `commit` writes all or nothing, and answers for each in their order. */
  constructor(private readonly commit: (items: readonly In[]) => Promise<Out[]>) {}

  /** Items of the same key never share a transaction. */
  add(item: In, key?: string): Promise<Out> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, key, done, failed });
      this.start();
    });
  }

  private start(): void {
    while (this.running < LANES && this.waiting.length > 0) {
      this.running += 1;
      void this.carry(this.next()).finally(() => {
        this.running -= 1;
        this.start();
      });
    }
  }

  /** By their keys' order, so that two transactions that take keys never wait for each other. */
  private next(): Waiting<In, Out>[] {
    const keys = new Set<string>();
    const taken: Waiting<In, Out>[] = [];
    for (let at = 0; at < this.waiting.length && taken.length < MOST;) {
      const one = this.waiting[at]!;
      if (one.key !== undefined && keys.has(one.key)) {
        at += 1;
        continue;
      }
      if (one.key !== undefined) keys.add(one.key);
      taken.push(...this.waiting.splice(at, 1));
    }
    return taken.toSorted(
      (a, b) => Number((a.key ?? '') > (b.key ?? '')) - Number((a.key ?? '') < (b.key ?? '')),
    );
  }

  private async carry(group: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await this.commit(group.map(({ item }) => item));
      group.forEach(({ done }, at) => done(outs[at]!));
    } catch (error) {
      // Where the database cannot be reached it is nobody's fault, and whether it has committed is not known.
      if (group.length === 1 || isUnavailable(error))
        return group.forEach(({ failed }) => failed(error));
      for (const one of group) await this.carry([one]);
    }
  }
}
