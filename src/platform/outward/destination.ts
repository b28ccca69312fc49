import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isOutside } from './addresses.js';
import { OutwardError } from './outward-error.js';

/** Asks for all addresses of a name. */
export type Resolve = (name: string) => Promise<LookupAddress[]>;

export const systemResolve: Resolve = (name) => lookup(name, { all: true });

/**
 * The addresses that a call may be made to: all of the name's, resolved once.
 * @throws OutwardError when one of them is inside and the URL's origin is not trusted, or it is not http(s)
 */
export async function destinationOf(
  url: URL,
  trusted: readonly string[],
  resolve: Resolve,
): Promise<LookupAddress[]> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutwardError('scheme');
  // URL has brought every spelling of an address to the usual one; IPv6 stands in brackets.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(host);
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
  const outside = addresses.length > 0 && addresses.every(({ address }) => isOutside(address));
  if (!outside && !trusted.includes(url.origin)) throw new OutwardError('inside');
  return addresses;
}
