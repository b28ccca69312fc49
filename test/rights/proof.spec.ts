import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailsOf } from '../stories/support/events.js';
import { World } from '../world/world.js';
import { asks, codeMailed, filedBy, proofOf, uses, who, type Filed } from './support/person.js';

let world: World;
let one: Filed;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
beforeEach(async () => {
  one = await filedBy(world);
  await world.deliver();
});
afterAll(() => world.stop());

/** The mails that bring a code. */
const mails = async () => (await mailsOf(world)).filter(({ text }) => /: \d{6}\n/.test(text));
const codeOf = async (used: ReturnType<typeof uses>) => {
  const { status, body } = await used;
  return [status, (body as { code?: string }).code];
};
const refused = [403, 'proof.refused'];
const wrongOf = (proof: string) => (proof === '000000' ? '000001' : '000000');

describe('proving the contact', () => {
  it('is answered alike whatever is on record, and mails the code to the address on record alone', async () => {
    const nobody = await filedBy(world, null);
    const phoneOnly = await filedBy(world, { name: who.name, phone: who.phone });
    await world.deliver();
    const before = await mails();
    const answers = [];
    for (const [code, contact] of [
      [one.code, 'khac@canary.example'],
      [one.code, who.phone],
      [one.code, 'không phải địa chỉ'],
      [nobody.code, who.email],
      [phoneOnly.code, who.phone],
      [phoneOnly.code, who.email],
    ] as const)
      answers.push(await asks(world, code, contact));
    await world.deliver();
    expect(await mails()).toEqual(before);
    answers.push(await asks(world, one.code, ' Vanh.Khuyen@Canary.example '));
    const told = answers.map(({ status, text }) => `${status} ${text}`);
    expect([...new Set(told)]).toHaveLength(1);
    expect(told[0]).toMatch(/^202 /);
    expect(await codeMailed(world)).toMatch(/^\d{6}$/);
    const { to, text } = (await mails()).at(-1)!;
    expect(to).toBe(who.email);
    expect(text).not.toContain(who.name);
  });

  it('is mailed in the language of the filing', async () => {
    const english = await filedBy(world, who, { language: 'en' });
    await proofOf(world, english.code);
    expect((await mails()).at(-1)?.subject).toBe(
      `Your complaint ${english.code}: code for a request about personal data`,
    );
  });

  it('leaves the code readable nowhere in the database but in the mail that is kept', async () => {
    await asks(world, one.code, who.email).expect(202);
    const [waiting] = await world.behind.query<{ data: object }[]>(
      `select data from outbox where template = 'person_code' order by id desc limit 1`,
    );
    const proof = await codeMailed(world);
    const [kept] = await world.behind.query<{ code_hash: string }[]>(
      'select code_hash from contact_proof where complaint_id = $1',
      [one.id],
    );
    expect(proof).toMatch(/^\d{6}$/);
    expect(JSON.stringify(waiting)).not.toContain(proof);
    expect(kept?.code_hash).not.toContain(proof);
  });

  it('of an unknown code is not found, and a body that is none is refused', async () => {
    await asks(world, '7K3M-9QXT-4ZB2-WH5D', who.email).expect(404);
    await asks(world, one.code, '').expect(400);
    await uses(world, one.code, { right: 'access', proof: '12345' }).expect(400);
  });
});

describe('a proof', () => {
  const access = (proof: string, code = one.code) => uses(world, code, { right: 'access', proof });

  it('is good once', async () => {
    const proof = await proofOf(world, one.code);
    await access(proof).expect(200);
    expect(await codeOf(access(proof))).toEqual(refused);
  });

  it('is used once, also by two at a time', async () => {
    const proof = await proofOf(world, one.code);
    const both = await Promise.all([access(proof), access(proof)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    const [{ count } = { count: '' }] = await world.behind.query<{ count: string }[]>(
      'select count(*) from complaint where subject_id = $1',
      [one.id],
    );
    expect(count).toBe('1');
  });

  it('ends after fifteen minutes', async () => {
    const proof = await proofOf(world, one.code);
    world.time.advance({ minutes: 15 });
    expect(await codeOf(access(proof))).toEqual(refused);
    const next = await proofOf(world, one.code);
    world.time.advance({ minutes: 14.9 });
    await access(next).expect(200);
  });

  it('is worn out by five wrong tries', async () => {
    const proof = await proofOf(world, one.code);
    for (let tries = 0; tries < 4; tries += 1)
      expect(await codeOf(access(wrongOf(proof)))).toEqual(refused);
    await access(proof).expect(200);
    const worn = await proofOf(world, one.code);
    for (let tries = 0; tries < 5; tries += 1)
      expect(await codeOf(access(wrongOf(worn)))).toEqual(refused);
    expect(await codeOf(access(worn))).toEqual(refused);
  });

  it('is good for its own complaint, and a later one takes its place', async () => {
    const other = await filedBy(world);
    const proof = await proofOf(world, one.code);
    expect(await codeOf(access(proof, other.code))).toEqual(refused);
    const later = await proofOf(world, one.code);
    if (later !== proof) expect(await codeOf(access(proof))).toEqual(refused);
    await access(later).expect(200);
  });

  it('opens nothing without: the same refusal where none was asked for', async () => {
    expect(await codeOf(access('123456'))).toEqual(refused);
  });
});

describe('how often it is asked for', () => {
  it('is limited by code and by address', async () => {
    const limited = await World.start({ RATE_LIMITS: 'on' });
    try {
      const mine = await filedBy(limited);
      const statuses = [];
      for (let times = 0; times < 11; times += 1)
        statuses.push((await asks(limited, mine.code, 'x@canary.example')).status);
      expect(statuses).toEqual([...Array<number>(10).fill(202), 429]);
      const limits = [];
      for (let times = 0; times < 20; times += 1) {
        const next = await filedBy(limited, { name: who.name });
        const { status, body } = await asks(limited, next.code, who.email);
        limits.push(status === 202 ? 202 : (body as { limit: string }).limit);
      }
      expect(limits).toEqual([...Array<number>(19).fill(202), 'contact_proof_address']);
    } finally {
      await limited.stop();
    }
  }, 60_000);
});
