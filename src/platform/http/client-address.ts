import ipaddr from 'ipaddr.js';

export type Trust = (address: string) => boolean;

/** Whether an address is one of the proxies, given as addresses and networks. */
export function trustIn(proxies: readonly string[]): Trust {
  const ranges = proxies.map((one) => {
    if (one.includes('/')) return ipaddr.parseCIDR(one);
    const address = ipaddr.process(one);
    return [address, address.kind() === 'ipv4' ? 32 : 128] as const;
  });
  return (address) => {
    if (!ipaddr.isValid(address)) return false;
    const known = ipaddr.process(address);
    return ranges.some(
      ([range, bits]) => range.kind() === known.kind() && known.match(range, bits),
    );
  };
}

/** Who is behind a connection: the last address of X-Forwarded-For that no proxy of ours has, as Fastify reads it. */
export function clientAddress(
  connected: string,
  forwarded: string | string[] | undefined,
  trusted: Trust,
): string {
  const said = String(forwarded ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  let address = connected;
  while (trusted(address) && said.length > 0) address = said.pop() ?? address;
  return address;
}
