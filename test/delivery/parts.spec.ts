import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { usableAddress } from '../../src/delivery/addresses.js';
import { inParallel } from '../../src/platform/in-parallel.js';
import { Lane } from '../../src/delivery/lane.js';
import { messageIdOf } from '../../src/delivery/message-id.js';
import { MAX_ATTEMPTS, pauseAfter } from '../../src/delivery/pauses.js';

describe('pauses', () => {
  it('grow to about three days together and then end', () => {
    const all = Array.from({ length: MAX_ATTEMPTS }, (_, at) => pauseAfter(at + 1, 0.5));
    expect(all.slice(0, 5)).toEqual([30_000, 120_000, 600_000, 3_600_000, 21_600_000]);
    expect(all.at(-1)).toBeNull();
    const hours = all.reduce<number>((sum, pause) => sum + (pause ?? 0), 0) / 3_600_000;
    expect(Math.round(hours)).toBe(73);
    expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([27_000, 33_000]);
  });
});

describe('an address', () => {
  it.each(['a@b.vn', 'nguyen.van+1@mail.example.com', 'dấu@tên-miền.vn'])('%s is usable', (one) => {
    expect(usableAddress(one)).toBe(one);
  });

  it.each([
    null,
    '',
    'a',
    'a@',
    '@b.vn',
    'a@b.vn, c@d.vn',
    'a@b.vn;c@d.vn',
    'a@b.vn c@d.vn',
    'Tên <a@b.vn>',
    '<a@b.vn>',
    'a@b@c.vn',
    '"x\r\nBcc: y"@b.vn',
    'a@b.vn\r\nBcc: c@d.vn',
    'a@b.vn\nRCPT TO:<c@d.vn>',
    'a\u0000@b.vn',
    'a@b.vn\u2028c',
    'nhóm:a@b.vn;',
    'a@[127.0.0.1]',
    'a@b.vn.',
    `${'a'.repeat(65)}@b.vn`,
    `a@${'b'.repeat(260)}`,
  ])('%j is not', (one) => {
    expect(usableAddress(one)).toBeNull();
  });
});

describe('a Message-ID', () => {
  it('follows from the key and the sender alone', () => {
    const id = messageIdOf('k', 'Đầu Mối <dm@city.example>');
    expect(id).toMatch(/^<[0-9a-f]{64}@city\.example>$/);
    expect(messageIdOf('k', 'dm@city.example')).toBe(id);
    expect(messageIdOf('l', 'dm@city.example')).not.toBe(id);
  });
});

describe('work in parallel', () => {
  it('does each item once, no more than so many at a time', async () => {
    let busy = 0;
    let most = 0;
    const done: number[] = [];
    await inParallel([...Array(23).keys()], 5, async (item) => {
      busy += 1;
      most = Math.max(most, busy);
      await turn();
      busy -= 1;
      done.push(item);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual([...Array(23).keys()]);
    expect(most).toBe(5);
  });
});

describe('a lane', () => {
  it('makes one more look of all calls that come meanwhile', async () => {
    let rounds = 0;
    const lane = new Lane(
      async () => {
        rounds += 1;
        await turn();
        return 0;
      },
      () => undefined,
    );
    for (let at = 0; at < 10; at += 1) lane.wake();
    await turn();
    await turn();
    await turn();
    await lane.stop();
    lane.wake();
    expect(rounds).toBeLessThanOrEqual(2);
  });

  it('tells of the first of several failures and goes on', async () => {
    const told: unknown[] = [];
    let rounds = 0;
    const lane = new Lane(
      async () => {
        rounds += 1;
        if (rounds !== 3) throw new Error('down');
        return 0;
      },
      (error) => told.push(error),
    );
    for (let at = 0; at < 4; at += 1) {
      lane.wake();
      await turn();
    }
    await lane.stop();
    expect([rounds, told.length]).toEqual([4, 2]);
  });
});
