import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseItem, CasePage } from '../../complaints/dto/cases.dto.js';
import type { CaseView } from '../../complaints/dto/case-view.dto.js';
import { StartError } from '../../platform/config/start-error.js';
import { say } from '../say.js';

export interface Answer<T> {
  status: number;
  body: T;
}

export interface ProblemBody {
  code?: string;
  errors?: { field: string }[];
  /** Of a filing that was diverted. */
  procedure?: string;
}

/** The program answered otherwise than it promises. */
export class Unexpected extends Error {}

/** A client of the HTTP contract. */
export class Client {
  cookie = '';

  constructor(private readonly url: string) {}

  get<T>(path: string): Promise<T> {
    return this.expect<T>(200, 'GET', path);
  }

  /** A POST that must be answered with 200. */
  post<T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> {
    return this.expect<T>(200, 'POST', path, body, headers);
  }

  async send<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const answer = await this.reach(path, {
      method,
      headers: {
        cookie: this.cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (cookie) this.cookie = cookie;
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as T };
  }

  /** The case behind a tracking code. */
  async find(code: string): Promise<CaseItem> {
    const { items } = await this.get<CasePage>(`/api/cases?queue=all&q=${code}`);
    const [item] = items;
    if (!item) throw new Unexpected(`no case has the code ${code}`);
    return item;
  }

  view(id: string): Promise<CaseView> {
    return this.get<CaseView>(`/api/cases/${id}`);
  }

  /** Gives a command on the version that the case has now; one that moves on meanwhile is asked again. */
  async command(id: string, name: string, body: object = {}): Promise<CaseItem> {
    for (let attempt = 1; ; attempt += 1) {
      const { version } = await this.view(id);
      const path = `/api/cases/${id}/${name}`;
      const match = { 'if-match': `"${version}"` };
      const { status, body: answer } = await this.send<CaseItem>('POST', path, body, match);
      if (status === 200) return answer;
      const { code } = answer as ProblemBody;
      if (code !== 'case.stale' || attempt === 3) throw unexpected('POST', path, status, answer);
    }
  }

  private async expect<T>(
    wanted: number,
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<T> {
    const { status, body: answer } = await this.send<T>(method, path, body, headers);
    if (status !== wanted) throw unexpected(method, path, status, answer);
    return answer;
  }

  /** Waits where the program says that it is asked too often. */
  private async reach(path: string, init: RequestInit): Promise<Response> {
    for (;;) {
      const answer = await this.fetch(path, init);
      if (answer.status !== 429) return answer;
      const seconds = Number(answer.headers.get('retry-after'));
      say(`Quá số lần cho phép, chờ / over the limit, waiting: ${seconds} s`);
      await sleep(seconds * 1000);
    }
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.url}${path}`, init);
    } catch {
      throw new StartError(
        `Chương trình không trả lời ở ${this.url}`,
        `The program does not answer at ${this.url}`,
      );
    }
  }
}

export function unexpected(method: string, path: string, status: number, answer: unknown) {
  const { code = '', errors = [] } = answer as ProblemBody;
  const fields = errors.map(({ field }) => field).join(', ');
  return new Unexpected(`${method} ${path}: ${status} ${code} ${fields}`.trim());
}
