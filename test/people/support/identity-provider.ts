import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration, InteractionResults } from 'oidc-provider';

export const CLIENT = 'dau-moi';
export const OTHER_CLIENT = 'another-app';
export const PUBLIC_CLIENT = 'dau-moi-public';
export const POSTING_CLIENT = 'dau-moi-post';
export const SECRET = 'a secret of forty characters at the least';
const KEY_ID = 'signing';

type Body = Record<string, unknown>;

/** A real OpenID provider on 127.0.0.1, whose answers a story can bend. */
export class TestProvider {
  /** Who the browser is; signed in without a form. */
  login: InteractionResults = { login: { accountId: 'nobody' } };
  /** Changes the JSON of a path's answer. */
  readonly bent = new Map<string, (body: Body) => Body>();
  readonly asked: string[] = [];

  private constructor(
    readonly issuer: string,
    private readonly port: number,
    private readonly server: ReturnType<typeof createServer>,
    private readonly key: KeyObject,
  ) {}

  static async start(redirectUri: string): Promise<TestProvider> {
    let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
    const server = createServer((request, response) => answer(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${port}`;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { default: Provider } = await import('oidc-provider');
    const provider = new Provider(issuer, configurationFor(redirectUri, privateKey));
    const started = new TestProvider(issuer, port, server, privateKey);
    provider.use(async (context, next) => {
      await next();
      const bend = started.bent.get(context.path);
      if (bend) context.body = bend(context.body as Body);
    });
    const callback = provider.callback();
    answer = (request, response) => {
      started.asked.push((request.url ?? '').split('?')[0] ?? '');
      if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
      void provider.interactionFinished(request, response, started.login);
    };
    return started;
  }

  /** From now on the browser is this person. */
  knows(subject: string, amr: string[] = ['pwd']): void {
    this.login = { login: { accountId: subject, amr } };
  }

  /** An id token with these claims changed, signed like the provider's own unless `key` is given. */
  forge(token: string, changes: Body, { key = this.key, alg = 'RS256' } = {}): string {
    const claims = JSON.parse(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
    ) as Body;
    const parts = [
      { alg, kid: KEY_ID },
      { ...claims, ...changes },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const signature = createSign('sha256').update(parts.join('.')).sign(key, 'base64url');
    return [...parts, alg === 'none' ? '' : signature].join('.');
  }

  /** Nothing listens until `comeBack`. */
  async goDown(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server.close(), 'close');
    this.server.closeAllConnections();
    await closed;
  }

  async comeBack(): Promise<void> {
    if (this.server.listening) return;
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
  }
}

const configurationFor = (redirectUri: string, key: KeyObject): Configuration => ({
  clients: [
    { client_id: CLIENT, client_secret: SECRET },
    { client_id: OTHER_CLIENT, client_secret: `${SECRET} of another` },
    { client_id: PUBLIC_CLIENT, token_endpoint_auth_method: 'none' as const },
    {
      client_id: POSTING_CLIENT,
      client_secret: SECRET,
      token_endpoint_auth_method: 'client_secret_post' as const,
    },
  ].map((client) => ({ ...client, redirect_uris: [redirectUri] })),
  jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }] },
  cookies: { keys: ['a key of the test'] },
  claims: { openid: ['sub', 'amr'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  // Nobody is asked for consent: the city's own program is not a stranger.
  loadExistingGrant: async (context) => {
    const { Grant } = context.oidc.provider;
    const { client, session } = context.oidc;
    const grant = new Grant({ clientId: client!.clientId, accountId: session!.accountId! });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});
