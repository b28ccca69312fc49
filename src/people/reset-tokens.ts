import { Inject, Injectable } from '@nestjs/common';
import { derive } from '../platform/config/secret-key.js';
import { SECRET_KEY } from '../platform/config/secret-key.token.js';
import { seal, unseal } from '../platform/sealing/box.js';

/** The template of the mail that brings a reset. */
export const PASSWORD_RESET = 'staff_password_reset';

/** The template of the mail that brings the first link to a new account. */
export const WELCOME = 'staff_welcome';

export type LinkTemplate = typeof PASSWORD_RESET | typeof WELCOME;

/** What the outbox row of a reset holds: not the token, which only the mail may tell. */
export interface ResetData extends Record<string, unknown> {
  sealed: string;
  expiresAt: string;
}

/** Carries a reset's token from the request to the mail, closed on the way. */
@Injectable()
export class ResetTokens {
  private readonly key: Buffer;

  constructor(@Inject(SECRET_KEY) secretKey: Buffer) {
    this.key = derive(secretKey, 'password resets');
  }

  seal(token: string, staffId: string): string {
    return seal(this.key, token, staffId);
  }

  unseal(sealed: string, staffId: string): string {
    return unseal(this.key, sealed, staffId);
  }
}
