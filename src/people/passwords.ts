import { hash, verify } from '@node-rs/argon2';

// OWASP's minimum for argon2id, the library's default algorithm.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, options);

// Checked when no account has the login, so that an unknown name takes as long as a wrong password.
const nobody = hashPassword('nobody signs in with this');

export async function passwordMatches(stored: string | null, given: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), given);
  return stored !== null && matches;
}
