import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Challenge, Payload } from 'altcha-lib';
import * as fc from 'fast-check';
import { solved } from '../../src/cli/demo/proof.js';
import type { Receipt } from '../../src/intake/dto.js';
import { Challenges } from '../../src/intake/proof/challenges.js';
import { costAt } from '../../src/intake/proof/cost.js';
import { FilingRate } from '../../src/intake/proof/filing-rate.js';
import { UsedChallenges } from '../../src/intake/proof/used-challenges.js';
import { unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, png } from '../stories/support/files.js';
import { provingIn } from './support/proving.js';

let world: World;

beforeAll(async () => {
  world = await World.start({ FILING_PROOF: 'on', RATE_LIMITS: 'on' });
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.behind.query('delete from rate_limit'));

const { challenge, files, refusalOf, count } = provingIn(() => world);

const written = (payload: string) =>
  JSON.parse(Buffer.from(payload, 'base64').toString()) as Payload;
const payloadOf = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64');
/** The payload with something in it changed. */
function changed(payload: string, change: (content: Payload) => void): { payload: string } {
  const content = written(payload);
  change(content);
  return { payload: payloadOf(content) };
}

describe('a filing without a contact', () => {
  it('is refused with a challenge, and taken once that is solved: one round trip more', async () => {
    const { body } = await files().expect(403);
    const payload = await solved(body.challenge as Challenge);
    const { body: receipt } = await files({ payload }).expect(201);
    expect((receipt as Receipt).code).toMatch(/^\w{4}(-\w{4}){3}$/);
  });

  it.each([[{ name: 'Nguyễn An' }], [{ type: 'organisation' }]])(
    'is one that has %j alone',
    async (filer) => {
      const { body } = await files(undefined, { filer }).expect(403);
      expect(body.code).toBe('filing.proof_required');
    },
  );

  it('may bring photos', async () => {
    const payload = await solved(await challenge());
    const photos = [{ name: 'a.png', content: png }];
    await filesWith(world, unclear(), photos).expect(403);
    await filesWith(world, unclear({ proof: { payload } }), photos).expect(201);
  });

  it('is told of other faults first, for they cost no work', async () => {
    const { body } = await files(undefined, { category: 'XX-99' }).expect(400);
    expect(body.code).toBe('request.invalid');
  });
});

describe('a filing with a contact', () => {
  it.each([[{ phone: '0900000001' }], [{ email: 'an@example.org' }]])(
    '%j needs no proof',
    async (filer) => {
      await files(undefined, { filer }).expect(201);
    },
  );
});

describe('a solved challenge', () => {
  it('holds for one filing; the repetition of that one gets its answer', async () => {
    const payload = await solved(await challenge());
    const send = () => files({ payload }).set('idempotency-key', 'one');
    const [one, twin] = await Promise.all([send(), send()]);
    expect([one.status, twin.status]).toEqual([201, 201]);
    expect(twin.body).toEqual(one.body);
    world.time.advance({ hours: 1 });
    expect((await send().expect(201)).body).toEqual(one.body);
    const another = await solved(await challenge());
    const again = await files({ payload: another }).set('idempotency-key', 'one').expect(201);
    expect(again.body).toEqual(one.body);
    expect(await refusalOf({ payload })).toBe('expired');
  });

  it('is not taken twice, not even at the same time', async () => {
    const payload = await solved(await challenge());
    const before = (await count()) ?? 0;
    const all = await Promise.all(Array.from({ length: 5 }, () => files({ payload })));
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 403, 403, 403, 403]);
    const refused = all.filter(({ status }) => status === 403);
    for (const { body } of refused) {
      expect(body.errors).toMatchObject([{ field: 'proof', code: 'used' }]);
      expect(body.challenge.signature).toEqual(expect.any(String));
    }
    expect(await count()).toBe(before + 1);
    expect(await refusalOf({ payload })).toBe('used');
  });

  it('is not used up by a filing that came to nothing', async () => {
    const payload = await solved(await challenge());
    await world.behind.query('alter table complaint_event rename to away');
    await files({ payload }).expect(500);
    await world.behind.query('alter table away rename to complaint_event');
    await files({ payload }).expect(201);
  });

  it('holds for twenty minutes', async () => {
    const [early, late] = [await solved(await challenge()), await solved(await challenge())];
    world.time.advance({ minutes: 19 });
    await files({ payload: early }).expect(201);
    world.time.advance({ minutes: 1 });
    expect(await refusalOf({ payload: late })).toBe('expired');
    const longer = changed(late, ({ challenge }) => (challenge.parameters.expiresAt! += 3600));
    expect(await refusalOf(longer)).toBe('expired');
  });

  it('is refused when anything of it is changed', async () => {
    const payload = await solved(await challenge());
    const changes: [string, (content: Payload) => void][] = [
      ['forged', ({ challenge }) => (challenge.parameters.cost = 1)],
      ['forged', ({ challenge }) => (challenge.parameters.keyPrefix = '00')],
      ['forged', ({ challenge }) => (challenge.parameters.nonce = '00')],
      ['forged', ({ challenge }) => (challenge.parameters.data!['until'] = 2 ** 40)],
      ['forged', ({ challenge }) => (challenge.signature = 'a'.repeat(64))],
      ['wrong', ({ solution }) => (solution.derivedKey = 'ab'.repeat(32))],
      ['wrong', ({ solution }) => (solution.derivedKey = '')],
      ['wrong', ({ solution }) => (solution.counter = -1)],
      ['malformed', ({ challenge }) => delete challenge.signature],
      ['malformed', ({ challenge }) => Object.assign(challenge, { signature: { length: 64 } })],
      ['malformed', (content) => Object.assign(content, { solution: null })],
    ];
    for (const [why, change] of changes)
      expect([why, await refusalOf(changed(payload, change))]).toEqual([why, why]);
    await files({ payload }).expect(201);
  });

  it('of another form, or of another installation, is refused', async () => {
    const challenges = world.app.get(Challenges, { strict: false });
    const other = await solved(await challenges.make('sign in'));
    expect(await refusalOf({ payload: other })).toBe('other_form');
    const rate = { aMinute: async () => 0 } as FilingRate;
    const foreign = await new Challenges(rate, world.time, Buffer.alloc(32)).make();
    expect(await refusalOf({ payload: await solved(foreign) })).toBe('forged');
  });

  it('that is none is refused, whatever it is', async () => {
    const nothing = [
      {},
      { payload: '!' },
      { payload: payloadOf(null) },
      { payload: payloadOf([]) },
    ];
    for (const proof of [...nothing, { payload: payloadOf({ challenge: {}, solution: {} }) }])
      expect(await refusalOf(proof)).toBe('malformed');
    for (const proof of [{ payload: 'a'.repeat(4001) }, { x: 1 }, 'payload', []])
      expect((await files(proof)).status).toBe(400);
  });

  it('never breaks the program', async () => {
    const { challenge: given } = written(await solved(await challenge()));
    const contents = fc.oneof(
      fc.jsonValue(),
      fc.record({
        challenge: fc.oneof(fc.jsonValue(), fc.constant(given)),
        solution: fc.oneof(
          fc.jsonValue(),
          fc.record({ counter: fc.jsonValue(), derivedKey: fc.jsonValue() }),
        ),
      }),
      fc.record({
        challenge: fc.record({
          parameters: fc.jsonValue(),
          signature: fc.oneof(fc.string(), fc.jsonValue()),
        }),
        solution: fc.jsonValue(),
      }),
    );
    const challenges = world.app.get(Challenges, { strict: false });
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        expect(['malformed', 'forged', 'wrong']).toContain(
          await challenges.judge(payloadOf(content)),
        );
      }),
    );
  });

  it('is forgotten when it would have expired anyway', async () => {
    const used = world.app.get(UsedChallenges, { strict: false });
    const kept = async () => (await world.behind.query('select 1 from used_challenge')).length;
    await world.behind.query('delete from used_challenge');
    await files({ payload: await solved(await challenge()) }).expect(201);
    world.time.advance({ minutes: 19 });
    await used.sweep();
    expect(await kept()).toBe(1);
    world.time.advance({ minutes: 1 });
    await used.sweep();
    expect(await kept()).toBe(0);
  });
});

describe('the cost of a challenge', () => {
  it('rises with the filings of the last minute, and falls again', async () => {
    const cost = async () => (await challenge()).parameters.cost;
    const calm = await cost();
    await files(undefined, { filer: { phone: '0900000001' } }).expect(201);
    const rate = world.app.get(FilingRate, { strict: false });
    expect(await rate.aMinute()).toBe(1);
    for (let at = 0; at < 130; at += 1) await rate.count();
    expect(await cost()).toBe(calm * 4);
    world.time.advance({ minutes: 1 });
    expect(await cost()).toBe(calm * 4);
    world.time.advance({ minutes: 1 });
    expect(await cost()).toBe(calm);
  });

  it('never falls as filings rise, and stays payable', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1000), (filings, more) => {
        expect(costAt(filings + more)).toBeGreaterThanOrEqual(costAt(filings));
        expect(costAt(filings)).toBeLessThanOrEqual(8000);
      }),
    );
    expect([0, 60, 61, 121, 241, 1e9].map(costAt)).toEqual([1000, 1000, 2000, 4000, 8000, 8000]);
  });
});
