/** Which addresses and names of the internet a page may be fetched from: those that everybody can reach. */
import ipaddr from 'ipaddr.js';

/** Unicast of the whole internet; all else in IPv6 is local, reserved, or a wrapping of something else. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
/** Stands for addresses of other networks, and for examples in books. */
const WRAPPED_OR_RESERVED = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map(
  (range) => ipaddr.parseCIDR(range) as [ipaddr.IPv6, number]
);
/**
 * Addresses that look public and are not: the relays of 6to4, which pass packets on to private networks, and the
 * platform that every virtual machine of Azure reaches there alone.
 */
const NOT_FOR_ALL = ['192.88.99.0/24', '168.63.129.16/32'].map(
  (range) => ipaddr.parseCIDR(range) as [ipaddr.IPv4, number]
);

/** Names that lead into a local network whatever they resolve to. */
const LOCAL_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|lan|home|corp|test|invalid|example|onion|arpa)$/;

/** True for an address that belongs to the public internet. Takes an IPv4 or IPv6 address as a resolver gives it. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4)
    return parsed.range() === 'unicast' && !NOT_FOR_ALL.some((range) => parsed.match(range));
  if (parsed.zoneId) return false;
  return (
    parsed.range() === 'unicast' &&
    parsed.match(GLOBAL_UNICAST) &&
    !WRAPPED_OR_RESERVED.some((range) => parsed.match(range))
  );
}

/** True for a host name that may be looked up at all: it has a dot, and is no name of a local network. */
export function isPublicName(name: string): boolean {
  return name.includes('.') && !LOCAL_NAMES.test(name);
}
