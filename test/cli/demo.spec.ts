import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replay } from '../../src/cli/demo/replay.js';
import { summaryOf } from '../../src/cli/demo/summary.js';
import { World } from '../world/world.js';
import { problemsOf } from './desk.js';

describe('demo', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ FILING_PROOF: 'on', RATE_LIMITS: 'on' });
  }, 60_000);
  afterAll(() => world.stop());

  it('replays every sample as the program promises, told by the socket', async () => {
    const lines: string[] = [];
    const done = await replay(
      world.url,
      world.config.cityDir,
      (line) => lines.push(line),
      undefined,
      world.time,
    );
    expect(done.played.filter(({ failure }) => failure !== undefined)).toEqual([]);
    expect(lines).toHaveLength(62);
    expect(lines).toContain('S076 400 request.invalid: text');
    expect(lines).toContain('S067 422 filing.diverted: formal_complaint');
    expect(lines).toContain('S071 422 filing.diverted: denunciation');
    expect(lines).toContain(
      'S001 CS-01 → HAPULICO · đã phân công 0,9 · nhận · kết quả · đã giải quyết · ★5 · kết thúc',
    );
    expect(lines.find((line) => line.startsWith('S026'))).toMatch(/trả lại .* trả lại → HSDC/);
    expect(lines.find((line) => line.startsWith('S016'))).toMatch(/mở lại · nhận/);
    expect(summaryOf(done).join('\n')).toMatch(
      /diverted 2, từ chối \/ refused 1[^]*every promise was kept/,
    );
    const [{ count }] = await world.behind.query<[{ count: string }]>(
      'select count(*) from complaint',
    );
    expect(count).toBe('59');
    expect(await problemsOf(world.behind)).toEqual([]);
  }, 240_000);
});
