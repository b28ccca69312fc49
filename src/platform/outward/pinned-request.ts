import type { LookupAddress } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import { OutwardError } from './outward-error.js';

export interface Call {
  method: string;
  headers: Record<string, string>;
  body: Buffer | null;
  signal: AbortSignal;
}

/** Answers every look-up with the addresses that were checked: the name is not asked for again. */
const pinnedTo =
  (addresses: LookupAddress[]): LookupFunction =>
  (_name, { all }, done) => {
    const [first] = addresses;
    // Not at once: nobody listens yet for a connection that fails at once, and its error would end the process.
    process.nextTick(() => {
      if (all) done(null, addresses);
      else done(null, first?.address ?? '', first?.family);
    });
  };

/** One request on a connection of its own to one of the addresses; redirects are answers like others. */
export function pinnedRequest(
  url: URL,
  addresses: LookupAddress[],
  { method, headers, body, signal }: Call,
): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    request(url, { method, headers, signal, agent: false, lookup: pinnedTo(addresses) })
      .once('response', resolve)
      .on('error', reject)
      .end(body);
  });
}

/** @throws OutwardError for a body longer than `maxBytes`; the connection is then closed */
export async function readBounded(
  message: http.IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new OutwardError('too_large');
    parts.push(part);
  }
  return Uint8Array.from(Buffer.concat(parts));
}
