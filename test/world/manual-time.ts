import { Time } from '../../src/platform/time.js';

const units = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** A clock that stands still until it is moved. */
export class ManualTime extends Time {
  constructor(private at: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.at);
  }

  set(at: string | Date): void {
    this.at = new Date(at);
  }

  advance(by: Partial<Record<keyof typeof units, number>>): void {
    const ms = Object.entries(by).reduce(
      (sum, [unit, amount]) => sum + units[unit as keyof typeof units] * amount,
      0,
    );
    this.at = new Date(this.at.getTime() + ms);
  }
}
