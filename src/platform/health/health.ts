import type { Actor } from '#lifecycle';
import { Inject, Injectable } from '@nestjs/common';
import { access, constants, statfs } from 'node:fs/promises';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/config.js';
import { migrations } from '../database/migrations/list.js';
import { Door } from '../database/door.js';

export interface Check {
  name: string;
  ok: boolean;
  /** What is wrong, in one word. */
  why: string | null;
}

const observer: Actor = { kind: 'system', name: 'health' };

/** Below this much free space nothing new is promised. */
const MIN_FREE_BYTES = 64 * 1024 * 1024;
const ANSWER_WITHIN_MS = 3000;

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('timeout')), ANSWER_WITHIN_MS).unref(),
    ),
  ]);

/** Whether this process can serve: each part is tried, none is assumed. */
@Injectable()
export class Health {
  private stopping = false;
  private readonly concerns = new Map<string, () => string | null>();

  constructor(
    private readonly door: Door,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** From here on nobody new is to be sent here. */
  stop(): void {
    this.stopping = true;
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  /** Something that needs a person though the process can serve: `read` says what, in few words, or null. */
  concern(name: string, read: () => string | null): void {
    this.concerns.set(name, read);
  }

  /** What needs a person now. */
  warnings(): { name: string; why: string }[] {
    return [...this.concerns].flatMap(([name, read]) => {
      const why = read();
      return why === null ? [] : [{ name, why }];
    });
  }

  async checks(): Promise<Check[]> {
    return Promise.all([
      this.check('program', async () => {
        if (this.stopping) throw new Error('stopping');
      }),
      this.check('database', () => this.writable()),
      this.check('migrations', () => this.migrated()),
      this.check('disk', () => this.roomLeft()),
    ]);
  }

  private async check(name: string, work: () => Promise<void>): Promise<Check> {
    try {
      await within(work());
      return { name, ok: true, why: null };
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const why = code ?? (/^[a-z ]{1,20}$/.test(message) ? message : 'unreachable');
      return { name, ok: false, why };
    }
  }

  /** A transaction that takes a transaction id proves that the database accepts writes. */
  private async writable(): Promise<void> {
    await this.door.probe(observer, (tx) => tx.query('select pg_current_xact_id()'));
  }

  private async migrated(): Promise<void> {
    const rows = await this.door.read(observer, (tx) =>
      tx.query<{ name: string }[]>('select name from migration'),
    );
    const done = new Set(rows.map(({ name }) => name));
    if (!migrations.every(({ name }) => done.has(name))) throw new Error('behind');
  }

  private async roomLeft(): Promise<void> {
    await access(this.config.dataDir, constants.W_OK);
    const { bavail, bsize } = await statfs(this.config.dataDir);
    if (bavail * bsize < MIN_FREE_BYTES) throw new Error('full');
  }
}
