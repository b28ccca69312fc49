import type { Words } from '#lifecycle';
import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { derive } from '../../platform/config/secret-key.js';
import { SECRET_KEY } from '../../platform/config/secret-key.token.js';
import { seal, unseal } from '../../platform/sealing/box.js';
import { sha256 } from '../../platform/sha256.js';
import { Time } from '../../platform/time.js';
import { FORM, LIFE_SECONDS } from './challenges.js';
import type { Verdict } from './refusals.js';
import { makeSum, numberIn } from './sums.js';

const PURPOSE = 'question';

interface Sealed {
  form: string;
  answer: number;
  until: number;
}

export interface AskedQuestion {
  question: Words;
  token: string;
  expiresAt: string;
}

/** The way without a script: a small sum in words. The token holds its answer, which nobody else can read. */
@Injectable()
export class Questions {
  private readonly key: Buffer;

  constructor(
    private readonly time: Time,
    @Inject(SECRET_KEY) secretKey: Buffer,
  ) {
    this.key = derive(secretKey, PURPOSE);
  }

  make(form = FORM): AskedQuestion {
    const { question, answer } = makeSum((below) => randomInt(below));
    const until = this.time.now().getTime() + LIFE_SECONDS * 1000;
    const token = seal(this.key, JSON.stringify({ form, answer, until }), PURPOSE);
    return { question, token, expiresAt: new Date(until).toISOString() };
  }

  judge(token: string, answer: string): Verdict {
    const sealed = this.open(token);
    if (!sealed) return 'forged';
    if (sealed.form !== FORM) return 'other_form';
    if (sealed.until <= this.time.now().getTime()) return 'expired';
    if (numberIn(answer) !== sealed.answer) return 'wrong';
    return { hash: sha256(Buffer.from(token, 'base64url')), until: new Date(sealed.until) };
  }

  private open(token: string): Sealed | null {
    try {
      return JSON.parse(unseal(this.key, token, PURPOSE)) as Sealed;
    } catch {
      return null;
    }
  }
}
