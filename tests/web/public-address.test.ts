/** Which addresses are the internet's: none of this machine, its network, or those that only look like another's. */
import { expect, it } from 'vitest';
import { isPublicAddress } from '../../web/public-address.js';

it.each([
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.255.255',
  '198.20.0.1',
  '223.255.255.255',
  '2001:4860:4860::8888',
  '2400:cb00:2048:1::6814:55',
  '2606:4700::1111',
])('%s is one', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ['this machine', ['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '::1', '::']],
  ['its network', ['10.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.1', '100.64.0.1', '100.127.255.254']],
  ['its links and its cloud', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1']],
  ['its own IPv6 network', ['fc00::1', 'fd12:3456:789a::1', 'fec0::1']],
  [
    'an address of IPv4 in IPv6',
    ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::a00:1'],
  ],
  ['a tunnel to one', ['2002:7f00:1::', '2001:0:7f00:1::1', '2001::1']],
  ['many machines', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
  ['nobody', ['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '240.0.0.1', '192.0.0.1', '2001:db8::1']],
  ['nobody in the rest of IPv6', ['100::1', '4000::1', '3fff::1', '5f00::1']],
  ['no address', ['', 'localhost', 'example.org', '127.1', '0x7f000001', '2130706433', '8.8.8.8.8', '[::1]']],
])('none is one that means %s', (_, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});
