import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { outwardFetch } from '../../platform/outward/outward-fetch.js';

export interface Sms {
  /** `+84…` */
  to: string;
  text: string;
  /** The same for every attempt, by which the gateway can tell that it has this one. */
  reference: string;
}

/** Why a message was not taken: a few words without number and text. A permanent one is not to be repeated. */
export class SmsFailure extends Error {
  constructor(
    readonly short: string,
    readonly permanent: boolean,
  ) {
    super(short);
  }
}

/** How many messages are under way at once. */
export const SMS_AT_ONCE = 5;

const WITHIN_MS = 10_000;
const MOST_ANSWER = 64 * 1024;

/** The gateway's trouble or ours, which passes; any other 4xx is about the message itself. */
const passing = new Set([401, 403, 404, 405, 408, 409, 425, 429]);

/** Hands messages to the operator's gateway over HTTP, where there is one. */
@Injectable()
export class SmsGateway {
  readonly way: 'http' | 'off';
  private readonly fetch;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { smsGatewayUrl: url } = config;
    this.way = url === undefined ? 'off' : 'http';
    // The administrator has named it, and it may well stand in the city's own network.
    const trusted = url === undefined ? [] : [new URL(url).origin];
    this.fetch = outwardFetch({ trusted, withinMs: WITHIN_MS, maxBytes: MOST_ANSWER });
  }

  /** @throws SmsFailure */
  async send({ to, text, reference }: Sms): Promise<void> {
    const { smsGatewayUrl: url, smsGatewayToken: token } = this.config;
    if (url === undefined) throw new SmsFailure('no sms gateway', false);
    const status = await this.fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': reference,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ to, text, reference }),
      redirect: 'manual',
    }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status >= 200 && status < 300) return;
    const permanent = status >= 400 && status < 500 && !passing.has(status);
    throw new SmsFailure(status === 0 ? 'sms gateway not reached' : `sms ${status}`, permanent);
  }
}
