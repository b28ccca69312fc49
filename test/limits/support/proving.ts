import { expect } from '@jest/globals';
import type { Challenge } from 'altcha-lib';
import type { AskedQuestion } from '../../../src/intake/proof/questions.js';
import { unclear } from '../../world/complaints.js';
import type { World } from '../../world/world.js';

/** Filings without a contact in a world, with whatever proof. */
export function provingIn(here: () => World) {
  const challenge = async () =>
    (await here().anyone.get('/api/challenge').expect(200)).body as Challenge;
  const question = async () =>
    (await here().anyone.get('/api/challenge?kind=question').expect(200)).body as AskedQuestion;
  const files = (proof?: unknown, more: Record<string, unknown> = {}) =>
    here().anyone.post(
      '/api/complaints',
      unclear({ ...more, ...(proof !== undefined && { proof }) }),
    );
  const count = async () => {
    const [row] = await here().behind.query<{ count: number }[]>(
      'select count(*)::int from complaint',
    );
    return row?.count;
  };

  /** Why a proof is refused; each refusal brings all that is needed to go on. */
  async function refusalOf(proof?: unknown): Promise<string> {
    const before = await count();
    const { body } = await files(proof).expect(403);
    expect(body).toMatchObject({
      code: 'filing.proof_required',
      errors: [{ field: 'proof', vi: expect.any(String), en: expect.any(String) }],
      challenge: { parameters: { algorithm: 'PBKDF2/SHA-256' }, signature: expect.any(String) },
      question: { question: { vi: expect.any(String) }, token: expect.any(String) },
    });
    expect(await count()).toBe(before);
    return body.errors[0].code as string;
  }

  return { challenge, question, files, count, refusalOf };
}

export const names = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');
/** Reads the question as a person does. */
export function answerTo({ question: { vi } }: AskedQuestion): number {
  const [, a = '', sign, b = ''] = /^(\S+) (cộng|trừ) (\S+) bằng mấy\?$/.exec(vi) ?? [];
  const [one, other] = [a.toLowerCase(), b].map((name) => names.indexOf(name));
  return sign === 'cộng' ? one! + other! : one! - other!;
}
