import { describe, expect, it } from '@jest/globals';
import { SharedCommits } from '../../src/platform/database/shared-commits.js';

/** A database whose commits end when told to. */
class Held {
  readonly groups: (readonly string[])[] = [];
  private readonly ends: (() => void)[] = [];

  readonly commits = new SharedCommits<string, string>(async (items) => {
    this.groups.push(items);
    await new Promise<void>((resolve) => this.ends.push(resolve));
    const bad = items.find((item) => item.startsWith('bad'));
    if (bad !== undefined) throw new Error(bad);
    if (items.includes('gone')) throw Object.assign(new Error('cut'), { code: '57P01' });
    return items.map((item) => `${item} is written`);
  });

  async end(): Promise<void> {
    this.ends.shift()?.();
    // A macrotask later all that follows from it has run.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('shared commits', () => {
  it('let a lone one go at once, and gather what comes while two run', async () => {
    const held = new Held();
    const answers = ['a', 'b', 'c'].map((item) => held.commits.add(item));
    expect(held.groups).toEqual([['a'], ['b']]);
    for (let at = 0; at < 3; at += 1) await held.end();
    await Promise.all(answers);
    expect(held.groups).toEqual([['a'], ['b'], ['c']]);
  });

  it('answer each with what is its own, after the common commit', async () => {
    const held = new Held();
    const answers = ['a', 'b', 'c', 'd'].map((item) => held.commits.add(item));
    await held.end();
    expect(held.groups.at(-1)).toEqual(['c', 'd']);
    await held.end();
    await held.end();
    expect(await Promise.all(answers)).toEqual(
      ['a', 'b', 'c', 'd'].map((item) => `${item} is written`),
    );
  });

  it('try each by itself where the common one is refused: one fault is told to one', async () => {
    const held = new Held();
    const answers = ['a', 'b', 'c', 'bad', 'd'].map((item) =>
      held.commits.add(item).catch((error: Error) => error.message),
    );
    while (held.groups.length < 6) await held.end();
    await held.end();
    expect(await Promise.all(answers)).toEqual([
      'a is written',
      'b is written',
      'c is written',
      'bad',
      'd is written',
    ]);
    expect(held.groups.slice(2)).toEqual([['c', 'bad', 'd'], ['c'], ['bad'], ['d']]);
  });

  it('try nothing again where the database went away: whether it has committed is not known', async () => {
    const held = new Held();
    const answers = ['a', 'b', 'c', 'gone'].map((item) =>
      held.commits.add(item).catch((error: Error) => error.message),
    );
    for (let at = 0; at < 3; at += 1) await held.end();
    expect(await Promise.all(answers)).toEqual(['a is written', 'b is written', 'cut', 'cut']);
    expect(held.groups).toHaveLength(3);
  });

  it('never put two of one key into one transaction', async () => {
    const held = new Held();
    const answers = ['a', 'b'].map((item) => held.commits.add(item));
    answers.push(
      ...['c', 'd', 'e'].map((item, at) => held.commits.add(item, at < 2 ? 'same' : 'x')),
    );
    await held.end();
    expect(held.groups.at(-1)).toEqual(['c', 'e']);
    for (let at = 0; at < 3; at += 1) await held.end();
    expect(await Promise.all(answers)).toHaveLength(5);
    expect(held.groups.at(-1)).toEqual(['d']);
  });
});
