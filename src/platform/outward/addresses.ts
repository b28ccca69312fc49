import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';

// Outside of it ipaddr.js calls everything unicast that no list names, `::127.0.0.1` among it.
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

// Public by their range, and answered by the machine that hosts us: Azure's WireServer.
const hostServices = new Set(['168.63.129.16']);

/** Whether an address lies outside: publicly routed, not of this machine, its networks or its host. */
export function isOutside(address: string): boolean {
  if (isIP(address) === 0 || hostServices.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
}
