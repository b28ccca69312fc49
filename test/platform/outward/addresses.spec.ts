import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { BlockList } from 'node:net';
import { isOutside } from '../../../src/platform/outward/addresses.js';
import { outwardFetch } from '../../../src/platform/outward/outward-fetch.js';

/** IANA's special-purpose registries, and a cloud's own service. */
const insideV4 = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24
  198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 168.63.129.16/32`
  .trim()
  .split(/\s+/);

const insideV6 = `
  :: ::1 ::7f00:1 ::ffff:8.8.8.8 fe80::1 fe80::1%eth0 fec0::1 fc00::1 fd00:ec2::254 ff02::1
  100::1 100:0:0:1::1 64:ff9b:1::1 2001::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 3fff::1
  2002:7f00:1::1 2620:4f:8000::1 4000::1 5f00::1 ::ffff:0:127.0.0.1`
  .trim()
  .split(/\s+/);

/** What a resolver never answers; whoever does means to mislead. */
const misspelt = ['', 'localhost', '127.1', '0x8.8.8.8', '010.8.8.8', '8.8.8', '134744072'];

const ranges = insideV4.map((range) => {
  const [net = '', bits = ''] = range.split('/');
  return { net, bits: Number(bits) };
});
const blocked = new BlockList();
for (const { net, bits } of ranges) blocked.addSubnet(net, bits);

const octetsOf = (number: number) => [24, 16, 8, 0].map((by) => (number >>> by) & 255);
const numberOf = (address: string) =>
  address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);

const anyV4 = fc.nat(0xffffffff);
const inside = fc.tuple(fc.constantFrom(...ranges), anyV4).map(([{ net, bits }, any]) => {
  const host = bits === 32 ? 0 : any % 2 ** (32 - bits);
  return numberOf(net) + host;
});

/** Ways to write one IPv4 address in a URL. */
const spellings: Record<string, (octets: number[], number: number) => string> = {
  dotted: (octets) => octets.join('.'),
  'with a dot behind': (octets) => `${octets.join('.')}.`,
  decimal: (_, number) => String(number),
  hex: (_, number) => `0x${number.toString(16)}`,
  octal: (_, number) => `0${number.toString(8)}`,
  'octets in hex': (octets) => octets.map((octet) => `0x${octet.toString(16)}`).join('.'),
  'octets in octal': (octets) => octets.map((octet) => `0${octet.toString(8)}`).join('.'),
  'two parts': ([first = 0], number) => `${first}.${number % 2 ** 24}`,
  'three parts': ([first = 0, second = 0], number) => `${first}.${second}.${number % 2 ** 16}`,
  'full-width digits': (octets) =>
    octets.join('.').replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  'ideographic dots': (octets) => octets.join('\u3002'),
  escaped: (octets) => octets.join('.').replaceAll('1', '%31'),
  'mapped to IPv6': (octets) => `[::ffff:${octets.join('.')}]`,
  'in old IPv6': (octets) => `[::${octets.join('.')}]`,
  translated: (octets) => `[64:ff9b::${octets.join('.')}]`,
  'in 6to4': ([a = 0, b = 0, c = 0, d = 0]) =>
    `[2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::1]`,
};

const unasked = () => Promise.reject(new Error('an address was resolved'));
const codeOf = (error: { code?: string }) => error.code;

describe('an address inside', () => {
  it.each(Object.entries(spellings))('is not reached: %s', async (_, spell) => {
    const call = outwardFetch({ resolve: unasked });
    await fc.assert(
      fc.asyncProperty(inside, async (number) => {
        const url = `http://${spell(octetsOf(number), number)}/`;
        expect([url, await call(url).then(() => 'done', codeOf)]).toEqual([url, 'inside']);
      }),
    );
  });

  it.each([...insideV6, ...misspelt])('%j', (address) => {
    expect(isOutside(address)).toBe(false);
  });
});

describe('an address outside', () => {
  it('is every IPv4 address that no registry keeps for special use', () => {
    fc.assert(
      fc.property(anyV4, (number) => {
        const address = octetsOf(number).join('.');
        expect([address, isOutside(address)]).toEqual([address, !blocked.check(address)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is in IPv6 only what is given out worldwide', () => {
    const parts = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(parts, (all) => {
        const first = all[0] ?? 0;
        const address = new ipaddr.IPv6(all);
        const given = first >= 0x2000 && first < 0x4000 && address.range() === 'unicast';
        expect(isOutside(address.toString())).toBe(given);
      }),
    );
    for (const address of ['2606:4700:4700::1111', '2405:4800::1', '8.8.8.8', '203.162.4.191'])
      expect(isOutside(address)).toBe(true);
  });
});
