import { Injectable, type OnModuleInit } from '@nestjs/common';
import { City } from './catalog/city.js';
import { QueueFiguresReader } from './complaints/queue-figures.js';
import { Recalculator } from './deadlines/recalculation/recalculator.js';
import { Timers } from './deadlines/timers.js';
import { DeliveryStatus } from './delivery/delivery-status.js';
import { WebhookStatus } from './delivery/webhooks/webhook-status.js';
import { FollowerStatus } from './live/follower-status.js';
import { LiveStatus } from './live/live-status.js';
import { PresenceSharing } from './live/presence-sharing.js';
import { Routing } from './routing/routing.js';
import { Backups } from './platform/backup/backups.js';
import { Door } from './platform/database/door.js';
import { Health } from './platform/health/health.js';
import { Metrics } from './platform/metrics/metrics.js';

/** The figures that the areas offer to /metrics. */
@Injectable()
export class Measures implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly timers: Timers,
    private readonly recalculator: Recalculator,
    private readonly delivery: DeliveryStatus,
    private readonly webhooks: WebhookStatus,
    private readonly live: LiveStatus,
    private readonly presence: PresenceSharing,
    private readonly routing: Routing,
    private readonly health: Health,
    private readonly backups: Backups,
    private readonly city: City,
    private readonly queues: QueueFiguresReader,
    private readonly followers: FollowerStatus,
    private readonly door: Door,
  ) {}

  onModuleInit(): void {
    const { metrics, timers, recalculator, delivery, webhooks, live, presence, routing, backups } =
      this;
    backups.zone = () => this.city.card.timeZone;
    this.health.concern('backup', () => backups.concern());
    this.health.concern('routing', () => routing.concern());
    this.health.concern('webhooks', () => webhooks.concern());
    this.health.concern('presence', () => presence.concern());
    metrics.gauge('timer_lag_seconds', 'Lateness of the most overdue step.', () =>
      timers.lagSeconds(),
    );
    metrics.gauge('timer_steps_fired', 'Steps fired by this process.', () => timers.fired);
    metrics.gauge('recalculation_waiting', 'Complaints not yet recalculated.', () =>
      recalculator.waiting(),
    );
    metrics.gauge(
      'recalculation_moved',
      'Promises moved by this process.',
      () => recalculator.moved,
    );
    metrics.gauge(
      'outbox_waiting',
      'Outbox rows not yet done.',
      async () => (await delivery.counts()).waiting,
    );
    metrics.gauge(
      'outbox_dead',
      'Outbox rows given up.',
      async () => (await delivery.counts()).dead,
    );
    metrics.gauge(
      'outbox_oldest_seconds',
      'Age of the oldest waiting row.',
      async () => (await delivery.counts()).oldestSeconds,
    );
    metrics.gauge(
      'webhook_waiting',
      'What receivers of webhooks have not been told yet.',
      async () => (await webhooks.counts()).waiting,
    );
    metrics.gauge(
      'webhook_dead',
      'What was given up telling.',
      async () => (await webhooks.counts()).dead,
    );
    metrics.gauge(
      'webhook_paused',
      'Receivers that are paused.',
      async () => (await webhooks.counts()).paused,
    );
    metrics.gauge(
      'webhook_oldest_seconds',
      'Age of the oldest that waits for a receiver that is not paused.',
      async () => (await webhooks.counts()).oldestSeconds,
    );
    metrics.gauge(
      'routing_rules_broken',
      'Whether the rules in force cannot be used and an older version routes.',
      () => (routing.alarm ? 1 : 0),
    );
    metrics.gauge(
      'routing_rule_set',
      'The version of the rules that routes.',
      () => routing.ruleSet,
    );
    metrics.gauge('live_sockets', 'Connected sockets.', () => live.sockets);
    metrics.gauge('live_lag_seconds', 'Age of the oldest event not yet sent.', () =>
      live.lagSeconds(),
    );
    metrics.gauge('backup_age_seconds', 'Age of the last backup that went well.', () =>
      backups.ageSeconds(),
    );
    metrics.gauge('backup_bytes', 'Size of the last backup that went well.', () => backups.bytes());
    metrics.gauge('backup_failed', 'Whether the last backup failed.', () => backups.failed());
    metrics.gauge(
      'presence_alone',
      'Whether presence is told in this process alone although Redis is given.',
      () => (presence.concern() === null ? 0 : 1),
    );
    metrics.gauge(
      'presence_processes',
      'Other processes whose presence is known here.',
      () => presence.processes,
    );
    this.ofWork();
  }

  /** What tells that work piles up somewhere. */
  private ofWork(): void {
    const { metrics, timers, delivery, queues, followers, door } = this;
    metrics.gauge('timer_due', 'Complaints with a step that is due.', () => timers.due());
    metrics.gauges('outbox_lane_oldest_seconds', 'Age of the oldest waiting row.', 'lane', () =>
      delivery.lanes(),
    );
    metrics.gauges('log_follower_lag_seconds', 'Age of the oldest event not read.', 'name', () =>
      followers.lagSeconds(),
    );
    metrics.gauges('queue_waiting', 'Complaints in the queue.', 'queue', () =>
      queues.read().then(({ waiting }) => waiting),
    );
    metrics.gauges('queue_oldest_seconds', 'Since the oldest was filed.', 'queue', () =>
      queues.read().then(({ oldestSeconds }) => oldestSeconds),
    );
    metrics.gauges('pool_connections', 'Connections of this process.', 'state', () => {
      const { busy, idle } = door.pool();
      return { busy, idle };
    });
    metrics.gauge('pool_waiting', 'Work that waits for a connection.', () => door.pool().waiting);
  }
}
