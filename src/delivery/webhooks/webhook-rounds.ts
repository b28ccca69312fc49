import { Injectable } from '@nestjs/common';
import { Door } from '../../platform/database/door.js';
import { grouped } from '../../platform/grouped.js';
import { inParallel } from '../../platform/in-parallel.js';
import { Log } from '../../platform/logging/log.js';
import { Time } from '../../platform/time.js';
import { Lane } from '../lane.js';
import { LEASE, Outbox, type Claimed } from '../outbox.js';
import { FanOut, webhooks } from './fan-out.js';
import { channelOf } from './message.js';
import { WebhookSender } from './sender.js';
import { WebhookStatus } from './webhook-status.js';
import { WebhookRow } from './webhook.entity.js';

const BATCH = 20;

/** How many calls a receiver gets at once from one process. */
const AT_ONCE = 4;

// A call begun within this time ends, by the limit of 10 s, before the lease does.
const BEGIN_WITHIN = LEASE / 3;

const KEPT_MS = 30 * 24 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

// Index: outbox_due (channel, next_at), once for each receiver that is not paused.
const dueReceivers = `select w.id from webhook w where w.ended_at is null and w.paused_at is null
  and exists (select from outbox o where o.state = 'waiting' and o.channel = 'webhook:' || w.id
    and o.next_at <= $1)`;

/** Tells every receiver on a lane of its own: one that hangs holds up nobody else. */
@Injectable()
export class WebhookRounds {
  private readonly lanes = new Map<string, Lane>();
  private stopped = false;
  private sweptAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly door: Door,
    private readonly outbox: Outbox,
    private readonly fanOut: FanOut,
    private readonly sender: WebhookSender,
    private readonly status: WebhookStatus,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  /** Reads on in the log and wakes the lanes that have something to do. @returns how many events were read */
  async look(): Promise<number> {
    if (this.stopped) return 0;
    const read = await this.fanOut.round();
    await this.status.look();
    await this.sweep();
    for (const id of await this.due()) this.laneOf(id).wake();
    return read;
  }

  /** The same without lanes, to the end of one batch of each. @returns how many rows were taken */
  async round(): Promise<number> {
    while ((await this.fanOut.round()) > 0);
    const taken = await Promise.all((await this.due()).map((id) => this.roundOf(id)));
    return taken.reduce((sum, one) => sum + one, 0);
  }

  /** Begins no more calls, and resolves when none is under way any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.lanes.values()].map((lane) => lane.stop()));
  }

  private due(): Promise<string[]> {
    return this.door.read(webhooks, async (tx) => {
      const rows = await tx.query<{ id: string }[]>(dueReceivers, [this.time.now()]);
      return rows.map(({ id }) => id);
    });
  }

  private laneOf(id: string): Lane {
    const known = this.lanes.get(id);
    if (known) return known;
    const lane = new Lane(
      () => this.roundOf(id),
      (error) => this.log.failure('outbox not reached', error, { lane: channelOf(id) }),
    );
    this.lanes.set(id, lane);
    return lane;
  }

  private async roundOf(id: string): Promise<number> {
    const receiver = await this.door.read(webhooks, (tx) => tx.findOneBy(WebhookRow, { id }));
    if (this.stopped || !receiver || receiver.pausedAt || receiver.endedAt) return 0;
    const rows = await this.outbox.claim(channelOf(id), BATCH);
    const untried: Claimed[] = [];
    // What happened to one complaint is told in its order, as long as it is taken.
    const matters = grouped(rows, ({ complaintId, id: row }) => complaintId ?? row);
    await inParallel([...matters.values()], AT_ONCE, async (messages) => {
      for (const row of messages)
        if (this.mayBegin(row)) await this.sender.deliver(receiver, row);
        else untried.push(row);
    });
    await this.outbox.release(untried);
    return rows.length;
  }

  private mayBegin({ claimedAt }: Claimed): boolean {
    return !this.stopped && this.time.now().getTime() - claimedAt.getTime() < BEGIN_WITHIN;
  }

  private async sweep(): Promise<void> {
    const now = this.time.now().getTime();
    if (now - this.sweptAt < SWEEP_EVERY_MS) return;
    this.sweptAt = now;
    await this.door.as(webhooks, (tx) =>
      tx.query('delete from webhook_delivery where at < $1', [new Date(now - KEPT_MS)]),
    );
  }
}
