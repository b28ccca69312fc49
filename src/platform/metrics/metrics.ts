import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What this process measures of itself, in Prometheus' form. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'dau_moi_http_request_seconds',
    help: 'Time to answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });

  readonly limited = new Counter({
    name: 'dau_moi_limited_total',
    help: 'Requests refused by a rate limit, by its kind.',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  readonly uncounted = new Counter({
    name: 'dau_moi_uncounted_total',
    help: 'Requests let through uncounted, because the rate limits could not be read.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A figure that is asked for when the metrics are read; while it cannot be had it is NaN. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const gauge: Gauge = new Gauge({
      name: `dau_moi_${name}`,
      help,
      registers: [this.registry],
      collect: async () => gauge.set(await Promise.resolve(read()).catch(() => Number.NaN)),
    });
  }

  /** The same for several things of a kind, named by `label`; what is no more is not told any more. */
  gauges(
    name: string,
    help: string,
    label: string,
    read: () => Record<string, number> | Promise<Record<string, number>>,
  ): void {
    const gauge: Gauge = new Gauge({
      name: `dau_moi_${name}`,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect: async () => {
        const figures = await Promise.resolve(read()).catch(() => null);
        gauge.reset();
        for (const [one, value] of Object.entries(figures ?? {}))
          gauge.set({ [label]: one }, value);
      },
    });
  }
}
