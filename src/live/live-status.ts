import { Injectable } from '@nestjs/common';
import { Time } from '../platform/time.js';
import type { LiveNamespace } from './live-message.js';
import { LogReader } from './log-reader.js';
import { LogTail } from './log-tail.js';

/** What the metrics say about live views in this process. */
@Injectable()
export class LiveStatus {
  /** Events sent since the start, counted once for all who hear one together. */
  delivered = 0;
  private readonly namespaces: LiveNamespace[] = [];

  constructor(
    private readonly tail: LogTail,
    private readonly reader: LogReader,
    private readonly time: Time,
  ) {}

  count(namespace: LiveNamespace): void {
    this.namespaces.push(namespace);
  }

  /** Sockets in all namespaces. */
  get sockets(): number {
    return this.namespaces.reduce((sum, { sockets }) => sum + sockets.size, 0);
  }

  /** Age in seconds of the oldest event not yet told, settled or not; 0 when there is none. */
  async lagSeconds(): Promise<number> {
    const at = await this.reader.nextAt(this.tail.position);
    return at ? Math.max(0, (this.time.now().getTime() - at.getTime()) / 1000) : 0;
  }
}
