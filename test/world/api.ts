import request from 'supertest';
import type { CaseItem, CasePage } from '../../src/complaints/dto/cases.dto.js';
import type { CaseView } from '../../src/complaints/dto/case-view.dto.js';
import type { TrackedComplaint } from '../../src/complaints/dto/tracking.dto.js';
import type { Receipt } from '../../src/intake/dto.js';
import { nextDemoCode } from './demo-codes.js';

type Body = Record<string, unknown>;

/** A client of the HTTP contract, with the cookie of its session when it has one. */
export class Api {
  cookie = '';

  constructor(readonly url: string) {}

  /** A demo account that needs a code gets one that is good now. */
  async signIn(login: string, password: string): Promise<void> {
    const given = { login, password };
    let answer = await this.post('/api/session', given);
    if (answer.body.code === 'session.code_required')
      answer = await this.post('/api/session', { ...given, code: nextDemoCode(this.url, login) });
    if (answer.status !== 200)
      throw new Error(`${login} cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.takeCookie(answer);
  }

  /** Keeps the session that an answer brings, as a browser does. */
  takeCookie(answer: request.Response): void {
    const given = answer.headers['set-cookie']?.[0]?.split(';')[0];
    if (given) this.cookie = given;
  }

  get(path: string): request.Test {
    return request(this.url).get(path).set('cookie', this.cookie);
  }

  post(path: string, body: Body = {}): request.Test {
    return request(this.url).post(path).set('cookie', this.cookie).send(body);
  }

  put(path: string, body: Body = {}): request.Test {
    return request(this.url).put(path).set('cookie', this.cookie).send(body);
  }

  uploads(path: string, content: Buffer, name: string): request.Test {
    return request(this.url).post(path).set('cookie', this.cookie).attach('files', content, name);
  }

  delete(path: string, body?: Body): request.Test {
    const asked = request(this.url).delete(path).set('cookie', this.cookie);
    return body ? asked.send(body) : asked;
  }

  async files(complaint: Body): Promise<Receipt> {
    return (await this.post('/api/complaints', complaint).expect(201)).body as Receipt;
  }

  async tracks(code: string): Promise<TrackedComplaint> {
    return (await this.get(`/api/complaints/${code}`).expect(200)).body as TrackedComplaint;
  }

  async lists(query = ''): Promise<CasePage> {
    return (await this.get(`/api/cases${query}`).expect(200)).body as CasePage;
  }

  async sees(id: string): Promise<CaseView> {
    return (await this.get(`/api/cases/${id}`).expect(200)).body as CaseView;
  }

  /** A command on the version that the caller sees now, or on the one given. */
  async tells(
    id: string,
    command: string,
    body: Body = {},
    version?: number,
  ): Promise<request.Response> {
    const seen = version ?? (await this.sees(id)).version;
    return this.post(`/api/cases/${id}/${command}`, body).set('if-match', `"${seen}"`);
  }

  /** The same, expected to succeed. */
  async does(id: string, command: string, body: Body = {}): Promise<CaseItem> {
    const answer = await this.tells(id, command, body);
    if (answer.status !== 200)
      throw new Error(`${command} was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as CaseItem;
  }
}
