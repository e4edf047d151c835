import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import ipaddr from 'ipaddr.js';

export type Resolve = (hostname: string, done: (error: Error | null, found: LookupAddress[]) => void) => void;

export const resolveBySystem: Resolve = (hostname, done) =>
  systemLookup(hostname, { all: true, verbatim: true }, (error, found) => done(error, found ?? []));

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
const documentation = [ipaddr.IPv6.parseCIDR('2001:db8::/32'), ipaddr.IPv6.parseCIDR('3fff::/20')];

/** True only for global unicast addresses: no private, loopback, link-local, mapped, translated, tunnelled or reserved range (E-4). */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv4) return ipaddr.IPv4.isValidFourPartDecimal(address);
  return parsed.match(globalUnicast) && !documentation.some((range) => parsed.match(range));
}

/** Thrown inside a look-up so that no connection is tried. */
class PrivateAddressError extends Error {
  readonly code = 'SWB_PRIVATE_ADDRESS';
}

type LookupDone = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** A look-up for `net.connect` that fails where any address of the name is not public (F-28). */
export function publicLookup(resolve: Resolve) {
  return (hostname: string, options: LookupOptions, done: LookupDone): void =>
    resolve(hostname, (error, found) => {
      if (error) return done(error, '');
      if (found.length === 0 || !found.every(({ address }) => isPublicAddress(address))) {
        return done(new PrivateAddressError('private address'), '');
      }
      return options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family);
    });
}
