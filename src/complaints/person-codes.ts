import { Inject, Injectable } from '@nestjs/common';
import { createHmac, randomInt } from 'node:crypto';
import { derive } from '../platform/config/secret-key.js';
import { SECRET_KEY } from '../platform/config/secret-key.token.js';
import { seal, unseal } from '../platform/sealing/box.js';

/** The template of the mail that brings a one-time code to a filer. */
export const PERSON_CODE = 'person_code';

/** What the outbox row holds: not the code, which only the mail may tell. */
export interface PersonCodeData extends Record<string, unknown> {
  sealed: string;
  expiresAt: string;
}

const DIGITS = 6;

/** One-time codes of filers: kept as keyed hashes, and closed on their way to the mail. */
@Injectable()
export class PersonCodes {
  private readonly sealing: Buffer;
  private readonly marking: Buffer;

  constructor(@Inject(SECRET_KEY) secretKey: Buffer) {
    this.sealing = derive(secretKey, 'person codes sealing');
    this.marking = derive(secretKey, 'person codes marking');
  }

  make = () => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');

  hash(complaintId: string, code: string): string {
    return createHmac('sha256', this.marking).update(`${complaintId}\n${code}`).digest('base64url');
  }

  seal(complaintId: string, code: string): string {
    return seal(this.sealing, code, complaintId);
  }

  unseal(complaintId: string, sealed: string): string {
    return unseal(this.sealing, sealed, complaintId);
  }
}
