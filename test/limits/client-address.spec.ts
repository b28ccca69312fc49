import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { clientAddress, trustIn } from '../../src/platform/http/client-address.js';
import { network } from '../../src/platform/limits/network.js';

describe('a network', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::'],
    ['2001:db8:1:3::1', '2001:db8:1:3::'],
    ['fe80::1%eth0', 'fe80::'],
    ['::1', '::'],
    ['no address', 'no address'],
  ])('of %s is %s', (address, counted) => {
    expect(network(address)).toBe(counted);
  });

  it('is one for all the addresses of an IPv6 subscriber', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { minLength: 4, maxLength: 4 }), (last) => {
        const address = `2001:db8:9:8:${last.map((part) => part.toString(16)).join(':')}`;
        expect(network(address)).toBe('2001:db8:9:8::');
      }),
    );
  });
});

describe('the address of a client', () => {
  const trusted = trustIn(['10.0.0.0/8', '192.0.2.1', 'fd00::/8']);

  it.each([
    ['198.51.100.1', '203.0.113.7', '198.51.100.1'],
    ['10.1.2.3', '203.0.113.7', '203.0.113.7'],
    ['::ffff:10.1.2.3', '203.0.113.7', '203.0.113.7'],
    ['fd12::1', '2001:db8::1', '2001:db8::1'],
    ['10.1.2.3', 'spoofed, 203.0.113.7', '203.0.113.7'],
    ['10.1.2.3', '1.1.1.1, 203.0.113.7, 192.0.2.1', '203.0.113.7'],
    ['10.1.2.3', '10.4.5.6', '10.4.5.6'],
    ['10.1.2.3', undefined, '10.1.2.3'],
    ['10.1.2.3', ' , ', '10.1.2.3'],
    ['192.0.2.2', '203.0.113.7', '192.0.2.2'],
  ])('connected from %s saying %s is %s', (connected, forwarded, address) => {
    expect(clientAddress(connected, forwarded, trusted)).toBe(address);
  });

  it('is the connection itself while no proxy is trusted, whatever is said', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.string(), (connected, said) => {
        expect(clientAddress(connected, said, trustIn([]))).toBe(connected);
      }),
    );
  });
});
