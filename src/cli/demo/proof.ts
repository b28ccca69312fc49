import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Unexpected, type Client } from './client.js';

/** Solves a challenge as the widget of a page does. @returns its payload */
export async function solved(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Unexpected('a challenge took too long');
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

/** The filing, with a proof where it has no contact. */
export async function proven(client: Client, filing: Record<string, unknown>): Promise<object> {
  const { phone, email } = (filing['filer'] ?? {}) as { phone?: string; email?: string };
  if (phone || email) return filing;
  const payload = await solved(await client.get<Challenge>('/api/challenge'));
  return { ...filing, proof: { payload } };
}
