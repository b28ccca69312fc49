import { sha256 } from '../../platform/sha256.js';
import { Webhook } from 'standardwebhooks';

/** What a receiver is told: what happened to which complaint. Who filed it and what was said stays here. */
export interface WebhookMessage {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

const CHANNEL = 'webhook:';

/** A channel of its own for each receiver, so that no other one waits behind it. */
export const channelOf = (receiver: string) => `${CHANNEL}${receiver}`;
export const receiverIn = (channel: string): string | null =>
  channel.startsWith(CHANNEL) ? channel.slice(CHANNEL.length) : null;

/** The `webhook-id`: by it a receiver knows what it has had, however often it comes. */
export const webhookIdOf = (key: string) => `msg_${sha256(key).slice(0, 32)}`;

/** The headers of Standard Webhooks; each secret that still holds signs. */
export function signed(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Record<string, string> {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
