import type { Model } from '#classifier';
import type { Actor } from '#lifecycle';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Door, type Tx } from '../../platform/database/door.js';
import { Log } from '../../platform/logging/log.js';
import { Rounds } from '../../platform/rounds.js';
import { ClassifierModelRow } from './classifier-model.entity.js';

export const classifier: Actor = { kind: 'system', name: 'classifier' };

const LOOK_MS = 2000;

export interface InUse {
  version: number;
  model: Model;
}

/** The model taken last; null where nothing was ever learned. */
export async function latest(tx: Tx, newerThan = 0): Promise<InUse | null> {
  const [row] = await tx.query<InUse[]>(
    `select version, model from classifier_model where taken and version > $1
     order by version desc limit 1`,
    [newerThan],
  );
  return row ?? null;
}

/** The try is put on record, with the model where it was taken. */
export const keep = (tx: Tx, row: Omit<ClassifierModelRow, 'version'>): Promise<number> =>
  tx.insert(ClassifierModelRow, row).then(({ identifiers }) => identifiers[0]?.['version']);

/** The model in use: every replica takes up a new one within seconds. */
@Injectable()
export class Models implements OnModuleInit, OnModuleDestroy {
  private readonly rounds: Rounds;
  private held: InUse | null = null;

  constructor(
    private readonly door: Door,
    log: Log,
  ) {
    this.rounds = new Rounds(log, 'no look for a new model');
  }

  async onModuleInit(): Promise<void> {
    await this.refresh();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  get inUse(): InUse | null {
    return this.held;
  }

  /** Also where no workers run: every process that takes in complaints suggests. */
  @Interval(LOOK_MS)
  wake(): void {
    this.rounds.wake(() => this.refresh());
  }

  async refresh(): Promise<void> {
    const newer = await this.door.read(classifier, (tx) => latest(tx, this.held?.version));
    if (newer) this.held = newer;
  }
}
