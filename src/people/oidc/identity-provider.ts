import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import type { IdentityProviderConfig } from '../../platform/config/identity-provider.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Log } from '../../platform/logging/log.js';
import { outwardFetch } from '../../platform/outward/outward-fetch.js';
import { Time } from '../../platform/time.js';
import { isOutage, refusalOf } from './provider-failure.js';
import { provesSecondFactor } from './second-factor.js';
import type { Identity } from './staff-identities.js';
import type { Transaction } from './transaction.js';

const CLOCK_TOLERANCE_SECONDS = 30;
const ANSWER_WITHIN_SECONDS = 10;
const KNOWN_FOR_MS = 3_600_000;

export type Secrets = Pick<Transaction, 'state' | 'nonce' | 'verifier'>;

/** Somebody whom the provider has proved. */
export interface Proven extends Identity {
  secondFactor: boolean;
}

/** The city's OpenID provider: asked for what it offers at the first sign-in, and again every hour. */
@Injectable()
export class IdentityProvider {
  private known: Promise<client.Configuration> | null = null;
  private staleAt = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
    private readonly time: Time,
  ) {}

  /** @throws not_found where no provider is configured */
  get issuer(): string {
    return this.settings.issuer;
  }

  /** Where to send the browser, and what it must bring back. */
  async begin(): Promise<{ url: string; secrets: Secrets }> {
    const { scope } = this.settings;
    const configuration = await this.configuration();
    const secrets = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback.href,
      scope,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, secrets };
  }

  /** Redeems the code in the callback's query. @throws session.provider_refused, service.unavailable */
  async redeem(search: string, { state, nonce, verifier }: Secrets): Promise<Proven> {
    const { issuer } = this.settings;
    const configuration = await this.configuration();
    const address = this.callback;
    address.search = search;
    const tokens = await client
      .authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      .catch((error: unknown) => this.fail(error));
    const claims = tokens.claims();
    if (!claims) return this.refuse('no id token');
    return { issuer, subject: claims.sub, secondFactor: provesSecondFactor(claims['amr']) };
  }

  /** The one answer to every sign-in that is not accepted; only the log knows why. */
  refuse(why: string): never {
    this.log.trouble('sign-in by the identity provider refused', { why });
    throw new DomainError('session.provider_refused');
  }

  private get settings(): IdentityProviderConfig {
    if (!this.config.identityProvider) throw new DomainError('not_found');
    return this.config.identityProvider;
  }

  private get callback(): URL {
    return new URL(`${this.config.publicUrl}/api/session/oidc/callback`);
  }

  private async configuration(): Promise<client.Configuration> {
    const now = this.time.now().getTime();
    if (!this.known || now > this.staleAt) {
      this.known = this.discover();
      this.staleAt = now + KNOWN_FOR_MS;
    }
    const asked = this.known;
    try {
      return await asked;
    } catch (error) {
      if (this.known === asked) this.known = null;
      this.log.failure('identity provider unavailable', causeOf(error));
      throw new DomainError('service.unavailable');
    }
  }

  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const server = new URL(issuer);
    const found = await client.discovery(
      server,
      clientId,
      { [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
      clientSecret === undefined ? client.None() : withSecret(clientSecret),
      {
        // The administrator has named the issuer; what its document names is only somebody's word.
        [client.customFetch]: outwardFetch({ trusted: [server.origin] }),
        timeout: ANSWER_WITHIN_SECONDS,
        execute: [
          client.enableNonRepudiationChecks,
          ...(server.protocol === 'http:' ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    // The library lets some well-known providers answer in the name of another issuer.
    if (new URL(found.serverMetadata().issuer).href !== issuer) throw new Error('another issuer');
    return found;
  }

  private fail(error: unknown): never {
    if (isOutage(error)) {
      this.log.failure('identity provider unavailable', causeOf(error));
      throw new DomainError('service.unavailable');
    }
    const why = refusalOf(error);
    if (why === null) throw error;
    return this.refuse(why);
  }
}

const causeOf = (error: unknown) =>
  error instanceof client.ClientError && error.cause instanceof Error ? error.cause : error;

/** As the provider asks for it; OpenID's default is the Authorization header. */
function withSecret(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (ways.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}
