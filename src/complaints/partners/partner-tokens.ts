import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { SECRET_KEY } from '../../platform/config/secret-key.token.js';
import { derive } from '../../platform/config/secret-key.js';
import { sha256 } from '../../platform/sha256.js';

/**
 * 256 bits of a random id under the secret key: nobody can guess one, the database has its hash alone, and a mail that
 * has to be sent again says the same.
 */
@Injectable()
export class PartnerTokens {
  private readonly key: Buffer;

  constructor(@Inject(SECRET_KEY) secretKey: Buffer) {
    this.key = derive(secretKey, 'partner links');
  }

  tokenOf(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url');
  }

  hashOf(token: string): string {
    return sha256(token);
  }
}
