import ipaddr from 'ipaddr.js';

/** What one subscriber holds: an IPv4 address whole, the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const known = ipaddr.process(address);
  return known instanceof ipaddr.IPv4
    ? known.toString()
    : known.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':');
}
