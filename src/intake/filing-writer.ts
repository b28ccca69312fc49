import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Ledger, type Begun } from '../complaints/ledger.js';
import { Door, type Tx } from '../platform/database/door.js';
import { SharedCommits } from '../platform/database/shared-commits.js';

/** A filing writes what nobody has seen yet, and a repeated one reads the answer to its own key. */
export const intake: Actor = { kind: 'system', name: 'intake' };

/** One filing, ready to be written. */
export interface Entry {
  begun: Begun;
  /** What has to hold in its transaction; false leaves it out. */
  admits?: (tx: Tx) => Promise<boolean>;
  /** Of two that ask for the same, the second waits for another transaction. */
  key?: string;
}

/** Writes filings; those that arrive together share a commit, and each is answered only after it. */
@Injectable()
export class FilingWriter {
  private readonly commits: SharedCommits<Entry, boolean>;

  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
  ) {
    this.commits = new SharedCommits((entries) => this.commit(entries));
  }

  /** Whole or not at all. @returns false when what it has to be admitted by left it out */
  write(entry: Entry): Promise<boolean> {
    return this.commits.add(entry, entry.key);
  }

  private commit(entries: readonly Entry[]): Promise<boolean[]> {
    return this.door.as(intake, async (tx) => {
      const admitted: boolean[] = [];
      for (const { admits } of entries) admitted.push(admits ? await admits(tx) : true);
      const begun = entries.flatMap(({ begun: one }, at) => (admitted[at] ? [one] : []));
      if (begun.length > 0) await this.ledger.beginAll(tx, begun);
      return admitted;
    });
  }
}
