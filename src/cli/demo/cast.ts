import type { Role } from '#lifecycle';
import { StartError } from '../../platform/config/start-error.js';
import { DEMO_PASSWORD, readDemoStaff } from '../../start/demo-accounts.js';
import type { NewStaff } from '../../people/staff.js';
import { Client } from './client.js';

export interface Player extends Client {
  id: string;
}

/** Signs the demo's accounts in, each once. */
export class Cast {
  private readonly playing = new Map<string, Promise<Player>>();

  private constructor(
    private readonly url: string,
    private readonly staff: NewStaff[],
  ) {}

  static async of(url: string, cityDir: string): Promise<Cast> {
    return new Cast(url, await readDemoStaff(cityDir));
  }

  operator = () => this.as(this.loginOf('operator'));
  supervisor = () => this.as(this.loginOf('supervisor'));

  headOf(agency: string): Promise<Player> {
    return this.as(this.loginOf('agency_head', agency));
  }

  private loginOf(role: Role, agency: string | null = null): string {
    const named = this.staff.find((one) => one.role === role && one.agency === agency);
    return named?.login ?? `head.${(agency ?? '').toLowerCase()}`;
  }

  private as(login: string): Promise<Player> {
    const player = this.playing.get(login) ?? this.signIn(login);
    this.playing.set(login, player);
    return player;
  }

  private async signIn(login: string): Promise<Player> {
    const client = new Client(this.url);
    const password = DEMO_PASSWORD;
    const { status, body } = await client.send<{ id: string }>('POST', '/api/session', {
      login,
      password,
    });
    if (status !== 200)
      throw new StartError(
        `Không đăng nhập được bằng tài khoản demo ${login} (${status}): chương trình cần chạy với DEMO=true`,
        `The demo account ${login} cannot sign in (${status}): the program must run with DEMO=true`,
      );
    return Object.assign(client, { id: body.id });
  }
}
