import ipaddr from 'ipaddr.js';

// What one household or phone gets; counted singly, its addresses would never reach a limit.
const IPV6_PREFIX = 64;

/** What an address is counted as: an IPv4 address itself, also mapped into IPv6, of IPv6 the network of 64 bits. */
export function network(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const known = ipaddr.process(address);
  if (known.kind() === 'ipv4') return known.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(
    `${known.toNormalizedString().split('%')[0]}/${IPV6_PREFIX}`,
  ).toString();
}
