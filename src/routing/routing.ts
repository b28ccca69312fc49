import {
  BrokenRuleSet,
  type Recognised,
  type RoutingDecision,
  type RoutingFacts,
  type RuleSet,
  type Told,
} from '#routing';
import type { Actor } from '#lifecycle';
import { phraseKey } from '#vietnamese';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { City } from '../catalog/city.js';
import { StartError } from '../platform/config/start-error.js';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { compile, numbered, type Compiled } from './compile.js';

/** Rules in force that cannot be used. `rule` is null where it is the set, or the city, as a whole. */
export interface RoutingAlarm {
  version: number;
  rule: string | null;
  problem: string;
}

const router: Actor = { kind: 'system', name: 'routing' };

/** So far back is a usable version looked for at the start. */
const OLDER = 20;

/** Where a complaint goes and why, by the city's rules and map. Rules that cannot be used never replace usable ones. */
@Injectable()
export class Routing implements OnModuleInit, OnModuleDestroy {
  /** Set while the version in force cannot be used and an older one routes. */
  alarm: RoutingAlarm | null = null;
  private compiled: Compiled | null = null;
  private subscription: Subscription | null = null;

  constructor(
    private readonly city: City,
    private readonly door: Door,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    this.takeUp(null);
    if (!this.compiled) await this.takeUpOlder();
    this.subscription = this.city.changed.subscribe(() =>
      this.takeUp(this.compiled?.ruleSet ?? null),
    );
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
  }

  /** The version of the rules that routes. */
  get ruleSet(): number {
    return this.now.ruleSet.version;
  }

  /** The ward of a point, or null outside the city. */
  wardAt(point: { lat: number; lon: number }): string | null {
    return this.now.areas.wardAt(point);
  }

  /** The ward whose full name an address has; null when none or several are named. */
  wardNamedIn(address: string): string | null {
    const words = phraseKey(address);
    const named = this.now.wardNames.filter(({ name }) => words.includes(name));
    return named.length === 1 ? (named[0]?.code ?? null) : null;
  }

  /** The one agency that a text complains of; null when it names none, or several. */
  recogniseAbout(told: Told): Recognised | null {
    return this.now.recogniser.recogniseAbout(told);
  }

  /** `on` is the local day whose agencies are asked, that of the facts when absent. */
  route(facts: RoutingFacts, on?: string): RoutingDecision {
    return this.now.router.route(facts, on);
  }

  private get now(): Compiled {
    if (!this.compiled) throw new Error('routing is asked before it has started');
    return this.compiled;
  }

  /** The rules in force, or else the last that could be used, against the city of now. */
  private takeUp(lastGood: RuleSet | null): void {
    const { data } = this.city;
    const inForce = numbered(data.rule_set, this.city.versionOf('rule_set'));
    const alarm = this.tryRules(inForce);
    // The city may have changed too; where even these do not fit it, what was compiled before goes on.
    if (alarm && lastGood) this.tryRules(lastGood);
    this.tell(alarm);
  }

  private tryRules(ruleSet: RuleSet): RoutingAlarm | null {
    try {
      this.compiled = compile(ruleSet, this.city.data);
      return null;
    } catch (error) {
      return alarmOf(ruleSet.version, error);
    }
  }

  private async takeUpOlder(): Promise<void> {
    const older = await this.door.read(router, (tx) =>
      tx.query<{ version: number; definition: unknown }[]>(
        `select version, definition from city_record where kind = 'rule_set' and version < $1
         order by version desc limit ${OLDER}`,
        [this.city.versionOf('rule_set')],
      ),
    );
    for (const { version, definition } of older) {
      if (this.tryRules(numbered(definition, version))) continue;
      this.log.trouble('routing: an older version of the rules routes', { routes: version });
      return;
    }
    throw new StartError(
      'Không phiên bản nào của quy tắc chuyển xử lý dùng được',
      'No version of the routing rules can be used',
    );
  }

  private tell(alarm: RoutingAlarm | null): void {
    if (this.alarm && !alarm)
      this.log.fact('routing: the rules in force are used again', { version: this.ruleSet });
    this.alarm = alarm;
    if (!alarm) return;
    const routes = this.compiled?.ruleSet.version;
    this.log.trouble('routing: the rules in force cannot be used', { ...alarm, routes });
  }

  /** What of the rules needs a person, in few words; null while those in force route. */
  concern(): string | null {
    if (!this.alarm) return null;
    const { version, rule } = this.alarm;
    const which = rule === null ? '' : `, rule ${rule}`;
    return `rule set ${version} cannot be used${which}; version ${this.ruleSet} routes`;
  }
}

function alarmOf(version: number, error: unknown): RoutingAlarm {
  if (error instanceof BrokenRuleSet) return { version, rule: error.rule, problem: error.problem };
  const { code, name } = error as { code?: string; name?: string };
  return { version, rule: null, problem: code ?? name ?? 'unknown' };
}
