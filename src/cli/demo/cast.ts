import type { Role } from '#lifecycle';
import { StartError } from '../../platform/config/start-error.js';
import { DEMO_PASSWORD, DEMO_SECRET, readDemoStaff } from '../../start/demo-accounts.js';
import type { NewStaff } from '../../people/staff.js';
import { codeAt } from '../../people/totp.js';
import type { Time } from '../../platform/time.js';
import { Client, type Answer, type ProblemBody } from './client.js';

export interface Player extends Client {
  id: string;
}

type SignedIn = ProblemBody & { id: string };

const STEP_MS = 30_000;
const wantsCode = new Set(['session.code_required', 'session.code_refused']);

/** Signs the demo's accounts in, each once. */
export class Cast {
  private readonly playing = new Map<string, Promise<Player>>();

  private constructor(
    private readonly url: string,
    private readonly staff: NewStaff[],
    private readonly time: Time,
  ) {}

  static async of(url: string, cityDir: string, time: Time): Promise<Cast> {
    return new Cast(url, await readDemoStaff(cityDir), time);
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
    const { status, body } = await this.ask(client, { login, password: DEMO_PASSWORD });
    if (status !== 200)
      throw new StartError(
        `Không đăng nhập được bằng tài khoản demo ${login} (${status}): chương trình cần chạy với DEMO=true`,
        `The demo account ${login} cannot sign in (${status}): the program must run with DEMO=true`,
      );
    return Object.assign(client, { id: body.id });
  }

  private async ask(client: Client, given: { login: string; password: string }) {
    const send = (more: { code?: string }) =>
      client.send<SignedIn>('POST', '/api/session', { ...given, ...more });
    let answer: Answer<SignedIn> = await send({});
    // A code is good once; where the present one has been used the next one is accepted already.
    for (const ahead of [0, STEP_MS]) {
      if (!wantsCode.has(answer.body.code ?? '')) return answer;
      const at = new Date(this.time.now().getTime() + ahead);
      answer = await send({ code: codeAt(DEMO_SECRET, at) });
    }
    return answer;
  }
}
