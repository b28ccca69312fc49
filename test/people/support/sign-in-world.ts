import { expect, jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkStaff } from '../../../src/cli/link-staff.js';
import { Log } from '../../../src/platform/logging/log.js';
import { World } from '../../world/world.js';
import { Browser } from './browser.js';
import { CLIENT, SECRET, TestProvider } from './identity-provider.js';

/** The address that people use; a proxy in front brings it to the program. */
export const CITY = 'https://dau-moi.test';
export const BEGIN = `${CITY}/api/session/oidc`;
export const CALLBACK = `${BEGIN}/callback`;

/** The program with an identity provider, and browsers between them. */
export class SignInWorld {
  readonly logged: string[];

  private constructor(
    readonly world: World,
    readonly provider: TestProvider,
    logged: string[],
  ) {
    this.logged = logged;
  }

  static async start(): Promise<SignInWorld> {
    // oidc-provider tells of each default of its own that is for development only.
    for (const voice of ['info', 'warn'] as const)
      jest.spyOn(console, voice).mockImplementation(() => undefined);
    const provider = await TestProvider.start(CALLBACK);
    const folder = await mkdtemp(join(tmpdir(), 'dau-moi-oidc-'));
    const secret = join(folder, 'client.secret');
    await writeFile(secret, `${SECRET}\n`, { mode: 0o600 });
    const logged: string[] = [];
    const log = new Log('info', { write: (line: string) => void logged.push(line) });
    const env = {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT,
      OIDC_CLIENT_SECRET_FILE: secret,
      PUBLIC_URL: CITY,
    };
    const world = await World.start(env, log);
    await rm(folder, { recursive: true });
    return new SignInWorld(world, provider, logged);
  }

  async stop(): Promise<void> {
    await this.world.stop();
    await this.provider.goDown();
  }

  link(login: string, subject: string) {
    return linkStaff({ source: this.world.behind, config: this.world.config }, { login, subject });
  }

  browser(): Browser {
    return new Browser({ [CITY]: this.world.url });
  }

  /** Where the program sends a browser, changed on the way by `tamper`. */
  async authorization(browser: Browser, tamper: (url: URL) => void = () => undefined, next = '') {
    const answer = await browser.visit(`${BEGIN}${next && `?next=${encodeURIComponent(next)}`}`);
    const url = new URL(answer.headers.get('location') ?? '');
    tamper(url);
    return url;
  }

  /** Through the provider, and to the door of the callback. */
  async comesBack(browser: Browser, tamper?: (url: URL) => void, next?: string): Promise<URL> {
    return browser.followTo(CALLBACK, await this.authorization(browser, tamper, next));
  }

  /** The whole way at once. */
  async signsIn(browser = this.browser(), next?: string): Promise<Response> {
    return browser.visit(await this.comesBack(browser, undefined, next));
  }
}

export async function expectRefused(answer: Response): Promise<void> {
  const problem = (await answer.json()) as { code: string };
  expect([answer.status, problem.code]).toEqual([401, 'session.provider_refused']);
  expect(answer.headers.getSetCookie().join()).not.toContain('dau_moi_session');
}

export async function expectUnavailable(answer: Response): Promise<void> {
  const problem = (await answer.json()) as { code: string };
  expect([answer.status, problem.code]).toEqual([503, 'service.unavailable']);
}
