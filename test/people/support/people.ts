import type { Response } from 'supertest';
import { addStaff, type NewStaff } from '../../../src/people/staff.js';
import { hashPassword } from '../../../src/people/passwords.js';
import { codeAt } from '../../../src/people/totp.js';
import { Api } from '../../world/api.js';
import type { World } from '../../world/world.js';

export const PASSWORD = 'trâu đi qua cầu khỉ';

let made = 0;

/** A new member of staff, of nobody else's story. @returns the login */
export async function somebody(world: World, over: Partial<NewStaff> = {}): Promise<string> {
  made += 1;
  const login = `nguoi.${made}`;
  const person = { login, name: 'A', role: 'operator', agency: null, email: `${login}@x.example` };
  const one = { ...person, ...over } as NewStaff;
  await addStaff(world.behind, [one], await hashPassword(PASSWORD));
  return one.login;
}

export const signIn = (
  by: Api,
  login: string,
  more: { password?: string; code?: string } = {},
): PromiseLike<Response> => by.post('/api/session', { login, password: PASSWORD, ...more });

/** A new browser of a person who needs no code. */
export async function browserOf(world: World, login: string): Promise<Api> {
  const api = new Api(world.url);
  await api.signIn(login, PASSWORD);
  return api;
}

export interface Enrolled {
  api: Api;
  secret: string;
  recoveryCodes: string[];
}

/** Switches the second factor on, in the session that it then has. */
export async function enrol(world: World, api: Api, more: object = {}): Promise<Enrolled> {
  const started = await api
    .post('/api/me/second-factor', { password: PASSWORD, ...more })
    .expect(200);
  const secret = started.body.secret as string;
  const code = codeAt(secret, world.time.now());
  const confirmed = await api.post('/api/me/second-factor/confirm', { code }).expect(200);
  api.takeCookie(confirmed);
  return { api, secret, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}

/** What an answer says: its status and its code, or where it is a good one nothing more. */
export const said = ({ status, body }: Response) =>
  status < 300 ? status : `${status} ${body.code}`;
