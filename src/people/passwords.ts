import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Gate } from '../platform/gate.js';

// OWASP's minimum for argon2id, the library's default algorithm.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// As many as libuv has threads: more would only keep files and names waiting. The queue is about two seconds long.
const AT_ONCE = 4;
const WAITING = 64;

// A letter with its accents is one password, whichever way a keyboard composes it.
const plain = (password: string) => password.normalize('NFC');

export const hashPassword = (password: string) => hash(plain(password), options);

// Checked when no account has the login, so that an unknown name takes as long as a wrong password.
const nobody = hashPassword('nobody signs in with this');

export async function passwordMatches(stored: string | null, given: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), plain(given));
  return stored !== null && matches;
}

/** Hashes a few passwords at once, each 19 MiB and some milliseconds; a flood is sent away with 503. */
@Injectable()
export class Passwords {
  private readonly gate = new Gate(AT_ONCE, WAITING);

  hash(password: string): Promise<string> {
    return this.gate.run(() => hashPassword(password));
  }

  matches(stored: string | null, given: string): Promise<boolean> {
    return this.gate.run(() => passwordMatches(stored, given));
  }
}
