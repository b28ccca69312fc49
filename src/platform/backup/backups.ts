import type { Actor } from '#lifecycle';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/config.js';
import { projectRoot } from '../config/project-root.js';
import { Door } from '../database/door.js';
import { Log } from '../logging/log.js';
import { Rounds } from '../rounds.js';
import { Time } from '../time.js';
import { standing, standingOf, type StandingRow } from './runs.js';
import { concernOf, isDue, lastMoment, type Standing } from './schedule.js';

const LOOK_MS = 60_000;

const keeper: Actor = { kind: 'system', name: 'backup' };

/** Behind whoever serves people. */
const LOW_PRIORITY = 10;

/**
 * Has a backup made every night, whatever number of replicas run: each looks whether one is due, and the database lets
 * one of them make it. It is made by a process of its own, so that nobody who files waits for it.
 */
@Injectable()
export class Backups implements OnApplicationBootstrap, OnModuleDestroy {
  /** Known to whoever has the city's data. */
  zone: () => string = () => 'UTC';

  private readonly rounds: Rounds;
  private known: Standing = { good: null, last: null };
  private looked = false;
  private child: ChildProcess | null = null;
  /** A try of this process that did not come as far as the database. */
  private failedHere = false;

  constructor(
    private readonly door: Door,
    private readonly time: Time,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rounds = new Rounds(log, 'backups could not be looked after');
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.child?.kill('SIGTERM');
    await this.rounds.end();
  }

  @Interval(LOOK_MS)
  wake(): void {
    this.rounds.wake((goesOn) => this.look(goesOn));
  }

  /** Age of the last backup that went well; NaN when there is none. */
  ageSeconds(): number {
    const { good } = this.known;
    return good ? (this.time.now().getTime() - good.startedAt.getTime()) / 1000 : Number.NaN;
  }

  /** Bytes of the last backup that went well; NaN when there is none. */
  bytes = (): number => this.known.good?.bytes ?? Number.NaN;

  failed = (): number => (this.failedHere || this.known.last?.failed ? 1 : 0);

  /** Only where the program is to make them: whoever makes them otherwise watches them too. */
  concern(): string | null {
    if (!this.config.backupDir || !this.looked) return null;
    return this.failedHere ? 'the last backup failed' : concernOf(this.time.now(), this.known);
  }

  private async look(goesOn: () => boolean): Promise<void> {
    await this.refresh();
    const { backupDir, backupAt, workers } = this.config;
    if (!workers || backupDir === undefined) return;
    const moment = lastMoment(this.time.now(), backupAt, this.zone());
    if (!goesOn() || !isDue(this.time.now(), moment, this.known)) return;
    await this.make(moment);
    if (goesOn()) await this.refresh();
  }

  private async refresh(): Promise<void> {
    const [row] = await this.door.read(keeper, (tx) => tx.query<StandingRow[]>(standing));
    if (row) this.known = standingOf(row);
    this.looked = true;
  }

  private async make(moment: Date): Promise<void> {
    const script = join(projectRoot(), 'dist', 'src', 'cli.js');
    const args = [script, 'backup', '--nightly', '--unless-since', moment.toISOString()];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.child = child;
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = `${said}${text}`.slice(-500)));
    if (child.pid) setPriority(child.pid, LOW_PRIORITY);
    const [code] = (await once(child, 'close')) as [number | null];
    this.child = null;
    this.failedHere = code !== 0;
    if (code === 0) this.log.fact('backup looked after');
    // What the command says names paths and settings, nothing that a person wrote.
    else this.log.trouble('backup not made', { code, said: said.trim().split('\n').at(-1) });
  }
}
