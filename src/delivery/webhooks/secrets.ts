import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { derive } from '../../platform/config/secret-key.js';
import { SECRET_KEY } from '../../platform/config/secret-key.token.js';
import { seal, unseal } from '../../platform/sealing/box.js';
import type { WebhookRow } from './webhook.entity.js';

const place = (receiver: string) => `webhook.secret.${receiver}`;

/** As Standard Webhooks writes one: 256 random bits. */
export const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

/** The secrets that sign, sealed in the rows of their receivers. */
@Injectable()
export class WebhookSecrets {
  private readonly key: Buffer;

  constructor(@Inject(SECRET_KEY) secretKey: Buffer) {
    this.key = derive(secretKey, 'webhook secrets');
  }

  seal(receiver: string, secret: string): string {
    return seal(this.key, secret, place(receiver));
  }

  /** What signs now: the secret, and for its grace the one before. */
  of(row: Pick<WebhookRow, 'id' | 'secret' | 'oldSecret' | 'oldUntil'>, now: Date): string[] {
    const { id, secret, oldSecret, oldUntil } = row;
    const old = oldSecret !== null && oldUntil !== null && oldUntil > now ? [oldSecret] : [];
    return [secret, ...old].map((sealed) => unseal(this.key, sealed, place(id)));
  }
}
