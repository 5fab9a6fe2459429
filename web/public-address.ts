/** Tells addresses of the internet from those of this machine, of its network, and of no machine at all. */
import { BlockList, isIP } from 'node:net';

/** IANA's registry of special-purpose addresses of IPv4, with multicast and what is reserved (RFC 6890, RFC 5771, RFC 1112). */
const special4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Within what IPv6 gives to the internet: protocols, documentation, and what holds an address of IPv4 (Teredo in the first, 6to4). All
 * else is outside of it: loopback, local networks, multicast, and addresses of IPv4 that are written as such of IPv6.
 */
const special6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [net, prefix] of special4) refused.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of special6) refused.addSubnet(net, prefix, 'ipv6');

/** The only part of IPv6 that is given to the internet. */
const internet6 = new BlockList();
internet6.addSubnet('2000::', 3, 'ipv6');

/** Whether anybody on the internet reaches it. What is no address is none of the internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, 'ipv4');
    case 6:
      // With a zone it is one of this machine's links.
      return !address.includes('%') && internet6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
    default:
      return false;
  }
}
