import { Inject, Injectable } from '@nestjs/common';
import { createChallenge, verifySolution, type Challenge, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { randomInt } from 'node:crypto';
import { derive } from '../../platform/config/secret-key.js';
import { SECRET_KEY } from '../../platform/config/secret-key.token.js';
import { sha256 } from '../../platform/sha256.js';
import { Time } from '../../platform/time.js';
import { costAt } from './cost.js';
import { FilingRate } from './filing-rate.js';
import type { Verdict } from './refusals.js';

/** Long enough to write a complaint in; a used one is remembered as long. */
export const LIFE_SECONDS = 20 * 60;

/** The form that challenges are made for. */
export const FORM = 'filing';

const TRIES = [500, 1000] as const;

/** Proof of work by ALTCHA: the browser computes for a moment, and nobody else is asked. */
@Injectable()
export class Challenges {
  private readonly secrets: { hmacSignatureSecret: string; hmacKeySignatureSecret: string };

  constructor(
    private readonly rate: FilingRate,
    private readonly time: Time,
    @Inject(SECRET_KEY) secretKey: Buffer,
  ) {
    const secret = (purpose: string) => derive(secretKey, purpose).toString('hex');
    this.secrets = {
      hmacSignatureSecret: secret('challenge'),
      hmacKeySignatureSecret: secret('challenge solution'),
    };
  }

  /** As ALTCHA's widget takes it. */
  async make(form = FORM): Promise<Challenge> {
    const until = Math.floor(this.time.now().getTime() / 1000) + LIFE_SECONDS;
    const { parameters, signature } = await createChallenge({
      ...this.secrets,
      algorithm: 'PBKDF2/SHA-256',
      cost: costAt(await this.rate.aMinute()),
      counter: randomInt(...TRIES),
      data: { form, until },
      deriveKey,
    });
    // For the widget, which then asks anew. What counts is the signed `until`: the library knows no clock but its own.
    return { parameters: { ...parameters, expiresAt: until }, ...(signature && { signature }) };
  }

  /** Judges the widget's payload: base64 of the challenge and its solution. */
  async judge(payload: string): Promise<Verdict> {
    const given = read(payload);
    if (!given) return 'malformed';
    const { expiresAt: _, ...parameters } = given.challenge.parameters;
    const found = await verifySolution({
      ...this.secrets,
      challenge: { ...given.challenge, parameters },
      solution: given.solution,
      deriveKey,
    });
    if (found.invalidSignature) return 'forged';
    // Signed by us, so of the shape that we give.
    const { form, until } = parameters.data as { form: string; until: number };
    if (form !== FORM) return 'other_form';
    if (until * 1000 <= this.time.now().getTime()) return 'expired';
    if (!found.verified) return 'wrong';
    return { hash: sha256(parameters.nonce), until: new Date(until * 1000) };
  }
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

function read(payload: string): Payload | null {
  try {
    const given = JSON.parse(Buffer.from(payload, 'base64').toString()) as Partial<Payload> | null;
    const { challenge, solution } = given ?? {};
    // The library takes both to be what they should be.
    const whole = typeof challenge?.signature === 'string' && isObject(challenge.parameters);
    return whole && isObject(solution) ? { challenge, solution } : null;
  } catch {
    return null;
  }
}
