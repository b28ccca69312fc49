import { Inject, Injectable } from '@nestjs/common';
import { derive } from '../../platform/config/secret-key.js';
import { SECRET_KEY } from '../../platform/config/secret-key.token.js';
import { Time } from '../../platform/time.js';
import { Sessions } from '../sessions.js';
import { IdentityProvider } from './identity-provider.js';
import { ownPath } from './own-path.js';
import { StaffIdentities } from './staff-identities.js';
import { openTransaction, sealTransaction } from './transaction.js';

/** What the browser brings back from the provider. */
export interface Return {
  sealed: string;
  search: string;
  device: string | null;
  /** The token of the session that the browser came with. */
  instead: string | undefined;
}

/** Signing in with the city's identity provider: there with a transaction, back with a session. */
@Injectable()
export class ProviderSignIn {
  private readonly key: Buffer;

  constructor(
    private readonly provider: IdentityProvider,
    private readonly identities: StaffIdentities,
    private readonly sessions: Sessions,
    private readonly time: Time,
    @Inject(SECRET_KEY) secretKey: Buffer,
  ) {
    this.key = derive(secretKey, 'oidc transaction');
  }

  async begin(next?: string): Promise<{ url: string; sealed: string }> {
    const { issuer } = this.provider;
    const path = ownPath(next);
    const { url, secrets } = await this.provider.begin();
    const begunAt = this.time.now().getTime();
    const sealed = sealTransaction(this.key, issuer, { ...secrets, next: path, begunAt });
    return { url, sealed };
  }

  /** @throws session.provider_refused, alike for an identity without link and for one of inactive staff */
  async finish({
    sealed,
    search,
    device,
    instead,
  }: Return): Promise<{ token: string; next: string }> {
    const { issuer } = this.provider;
    const transaction = openTransaction(this.key, issuer, sealed, this.time.now());
    if (!transaction) return this.provider.refuse('no transaction');
    const { secondFactor, ...identity } = await this.provider.redeem(search, transaction);
    const staff = await this.identities.staffOf(identity);
    if (!staff) return this.provider.refuse('not linked');
    const { token } = await this.sessions.open(staff, { secondFactor, device, instead });
    return { token, next: transaction.next };
  }
}
