import type { IncomingMessage } from 'node:http';
import { destinationOf, systemResolve, type Resolve } from './destination.js';
import { OutwardError } from './outward-error.js';
import { pinnedRequest, readBounded, type Call } from './pinned-request.js';
import { isRedirect, MAX_REDIRECTS, redirectTarget, withoutSecrets } from './redirect.js';

const bodiless = new Set([204, 205, 304]);

export interface OutwardOptions {
  /** Origins that an administrator has named; they alone may lie inside. */
  trusted?: readonly string[];
  resolve?: Resolve;
  /** For the whole call, from the name to the last byte. */
  withinMs?: number;
  maxBytes?: number;
}

export interface OutwardRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit | Uint8Array | null;
  /** `follow` goes on for GET and HEAD; `manual` gives the redirect as the answer. */
  redirect?: 'follow' | 'manual';
  signal?: AbortSignal;
}

export type OutwardFetch = (url: string, request?: OutwardRequest) => Promise<Response>;

/**
 * A fetch whose address somebody else may have chosen: it reaches no private network, whatever the name, its
 * resolver or a redirect say.
 * @throws OutwardError, or the system's error of the connection
 */
export function outwardFetch(options: OutwardOptions = {}): OutwardFetch {
  const {
    trusted = [],
    resolve = systemResolve,
    withinMs = 10_000,
    maxBytes = 1024 * 1024,
  } = options;

  const answerOf = async (url: URL, call: Call): Promise<IncomingMessage> => {
    const addresses = await before(call.signal, destinationOf(url, trusted, resolve));
    return pinnedRequest(url, addresses, call);
  };

  return async (address, request = {}) => {
    const { method = 'GET', headers = {}, body = null, redirect = 'follow' } = request;
    const goesOn = ({ statusCode = 0, headers: told }: IncomingMessage) =>
      redirect === 'follow' && isRedirect(statusCode, told.location);
    const limit = AbortSignal.timeout(withinMs);
    const signal = request.signal ? AbortSignal.any([limit, request.signal]) : limit;
    const call: Call = { method, headers, body: await bytesOf(body), signal };
    try {
      let url = new URL(address);
      let message = await answerOf(url, call);
      for (let hops = 0; goesOn(message); hops += 1) {
        message.destroy();
        if (hops === MAX_REDIRECTS) throw new OutwardError('redirect');
        const next = redirectTarget(url, message.headers.location ?? '', method);
        if (next.origin !== url.origin) call.headers = withoutSecrets(call.headers);
        url = next;
        message = await answerOf(url, call);
      }
      return responseOf(message, await readBounded(message, maxBytes));
    } catch (error) {
      throw limit.aborted ? new OutwardError('too_slow') : error;
    }
  };
}

const bytesOf = async (body: OutwardRequest['body']) =>
  body === null || body === undefined
    ? null
    : Buffer.from(await new Response(body as BodyInit).arrayBuffer());

/** The work, or the signal's reason when that comes first. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = () => reject(signal.reason as Error);
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', give));
  });
}

function responseOf(
  { statusCode = 0, rawHeaders }: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
) {
  if (statusCode < 200 || statusCode > 599) throw new OutwardError('answer');
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return new Response(bodiless.has(statusCode) ? null : body, { status: statusCode, headers });
}
