import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { solved } from '../../src/cli/demo/proof.js';
import { Questions, type AskedQuestion } from '../../src/intake/proof/questions.js';
import { makeSum, numberIn } from '../../src/intake/proof/sums.js';
import { limitTable } from '../../src/platform/limits/limit-table.js';
import { World } from '../world/world.js';
import { answerTo, names, provingIn } from './support/proving.js';

let world: World;

beforeAll(async () => {
  world = await World.start({ FILING_PROOF: 'on', RATE_LIMITS: 'on' });
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.behind.query('delete from rate_limit'));

const { challenge, question, files, refusalOf } = provingIn(() => world);

describe('a question in words', () => {
  it('is answered instead, in figures or words, once', async () => {
    const asked = await question();
    const answer = String(answerTo(asked));
    await files({ token: asked.token, answer }).expect(201);
    expect(await refusalOf({ token: asked.token, answer })).toBe('used');
    const other = await question();
    await files({ token: other.token, answer: answerTo(other) }).expect(201);
    const { question: third } = (await files().expect(403)).body as { question: AskedQuestion };
    const words = makeSumWords(answerTo(third));
    await files({ token: third.token, answer: words }).expect(201);
  });

  const makeSumWords = (number: number) =>
    `  ${[...names, 'mười', ...names.slice(1).map((name) => `Mười ${name}`)][number]} `
      .replace('Mười năm', 'mười lăm')
      .normalize('NFD');

  it('holds for twenty minutes, for filings, and only as it was made', async () => {
    const asked = await question();
    const answer = String(answerTo(asked));
    const other = world.app.get(Questions, { strict: false }).make('sign in');
    const bad = (token: string) => refusalOf({ token, answer });
    expect(await refusalOf({ token: other.token, answer: answerTo(other) })).toBe('other_form');
    for (const token of [
      'x',
      `${asked.token.slice(0, -4)}AAAA`,
      [...asked.token].toReversed().join(''),
    ])
      expect(await bad(token)).toBe('forged');
    expect(await refusalOf({ token: asked.token })).toBe('malformed');
    world.time.advance({ minutes: 20 });
    expect(await bad(asked.token)).toBe('expired');
  });

  it('does not hold its answer where a program could read it', async () => {
    const asked = await question();
    expect(Buffer.from(asked.token, 'base64url').toString('latin1')).not.toContain('answer');
    expect(JSON.stringify(asked)).not.toMatch(/"\d{1,2}"|:\d{1,2}[,}]/);
  });

  it('may be answered wrongly three times a minute', async () => {
    const asked = await question();
    const right = answerTo(asked);
    for (let at = 1; at <= 3; at += 1)
      expect(await refusalOf({ token: asked.token, answer: String(right + at) })).toBe('wrong');
    const { body } = await files({ token: asked.token, answer: String(right) }).expect(429);
    expect(body).toMatchObject({ limit: 'question_wrong', retryAfter: 60 });
    world.time.advance({ minutes: 1 });
    await files({ token: asked.token, answer: String(right) }).expect(201);
  });

  it('opens a narrower way than work does', async () => {
    const first = await question();
    await files({ token: first.token, answer: answerTo(first) }).expect(201);
    await world.behind.query('update rate_limit set points = points + $1', [
      limitTable.filing_question.points - 1,
    ]);
    const second = await question();
    const { body } = await files({ token: second.token, answer: answerTo(second) }).expect(429);
    expect(body.limit).toBe('filing_question');
    await files({ payload: await solved(await challenge()) }).expect(201);
  });

  it('has words for every sum, and the answer that they say', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(8)), (stream) => {
        const { question: words, answer } = makeSum(
          (below) => (stream.next().value as number) % below,
        );
        expect(answer).toBe(answerTo({ question: words } as AskedQuestion));
        expect(answer).toBeGreaterThanOrEqual(0);
        expect(words.en).toMatch(/^What is [a-z]+ (plus|minus) [a-z]+\?$/);
        expect(`${words.vi}${words.en}`).not.toMatch(/undefined|\d/);
      }),
    );
  });

  it.each([
    ['7', 7],
    [' 07 ', 7],
    ['Bảy', 7],
    ['bảy'.normalize('NFD'), 7],
    ['SEVEN', 7],
    ['mười  lăm', 15],
    ['0', 0],
    ['', null],
    ['bẩy bảy', null],
    ['7.0', null],
    ['777', null],
  ])('takes %j for %s', (said, number) => {
    expect(numberIn(said)).toBe(number);
  });
});
