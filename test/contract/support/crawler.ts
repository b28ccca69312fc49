import type { World } from '../../world/world.js';
import { bodySchemaOf, sampleOf } from './sample.js';
import type { Document } from './schema.js';
import type { Matter } from './planted.js';

const UNKNOWN = '018f0000-0000-7000-8000-000000000000';
const UNKNOWN_CODE = '0000-0000-0000-0000';

const AT_ONCE = 8;

/** Whoever asks, with the cookie of a session or without; `codes` are the tracking codes that they hold. */
export interface Asking {
  cookie: string;
  /** Of a system instead. */
  key?: string;
  codes: readonly string[];
}

export interface Heard {
  where: string;
  status: number;
  text: string;
  bytes: Buffer;
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Asks everything that can be asked without changing anything, and commands on a version long gone. */
export class Crawler {
  constructor(
    private readonly world: World,
    private readonly document: Document,
    private readonly matters: readonly Matter[],
    private readonly attachments: ReadonlyMap<string, readonly string[]>,
  ) {}

  async *answers(by: Asking): AsyncGenerator<Heard> {
    const asked = [
      ...this.reads(by.codes).map((path) => () => this.pages(by, path)),
      ...(by.cookie === '' ? [] : this.stale(by)),
      ...['/', '/nothing', '/api/docs', '/api/openapi.json'].map((path) => async () => [
        await this.ask(by, 'GET', path),
      ]),
    ];
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      const some = asked.slice(from, from + AT_ONCE).map((ask) => ask());
      for (const heard of await Promise.all(some)) yield* heard;
    }
  }

  /** Every GET of the document with everything known in its places, and with something unknown. */
  private reads(codes: readonly string[]): string[] {
    return Object.entries(this.document.paths).flatMap(([path, { get }]) => {
      if (!get) return [];
      const choices = (get.parameters ?? []).flatMap(({ in: place, name, schema }) =>
        place === 'query' ? (schema.enum ?? []).map((value) => `${name}=${String(value)}`) : [],
      );
      const paged = (get.parameters ?? []).some(({ name }) => name === 'limit');
      const query = (choice: string) =>
        `?${[choice, paged ? 'limit=4' : ''].filter(Boolean).join('&')}`;
      return this.filled(path, codes).flatMap((one) => ['', ...choices].map((x) => one + query(x)));
    });
  }

  private filled(path: string, codes: readonly string[]): string[] {
    if (path.includes('{code}'))
      return [...codes, UNKNOWN_CODE].map((code) => path.replace('{code}', code));
    if (!path.includes('{id}')) return [path];
    return [...this.matters.map(({ id }) => id), UNKNOWN].flatMap((id) =>
      [...(this.attachments.get(id) ?? []), UNKNOWN]
        .map((one) => path.replace('{id}', id).replaceAll(/\{\w+\}/g, one))
        .filter((one, at, all) => all.indexOf(one) === at),
    );
  }

  private async pages(by: Asking, path: string): Promise<Heard[]> {
    const all: Heard[] = [];
    let after: string | null = null;
    do {
      const heard: Heard = await this.ask(by, 'GET', path + (after ? `&after=${after}` : ''));
      all.push(heard);
      after = heard.text.startsWith('{')
        ? ((JSON.parse(heard.text.split('\n', 1)[0] ?? '') as { next?: string | null }).next ??
          null)
        : null;
    } while (after !== null);
    return all;
  }

  /** What is told to whoever comes too late: the case as it is now. */
  private stale(by: Asking): (() => Promise<Heard[]>)[] {
    return Object.entries(this.document.paths).flatMap(([path, { post }]) => {
      if (!post || !path.startsWith('/api/cases/{id}/')) return [];
      const schema = bodySchemaOf(post);
      const named = { category: 'CS-01', lead: 'HSDC' };
      const body = JSON.stringify(schema ? sampleOf(this.document, schema, named) : {});
      return this.matters.map(({ id }) => async () => [
        await this.ask(by, 'POST', path.replace('{id}', id), body),
      ]);
    });
  }

  private async ask(by: Asking, method: string, path: string, body?: string): Promise<Heard> {
    const answer = await fetch(this.world.url + path, {
      method,
      redirect: 'manual',
      headers: {
        cookie: by.cookie,
        ...(by.key !== undefined && { authorization: `Bearer ${by.key}` }),
        'if-match': '"1"',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${unescaped(value)}`);
    const text = [bytes.toString('utf8'), ...headers].join('\n');
    return { where: `${method} ${path}`, status: answer.status, text, bytes };
  }
}
