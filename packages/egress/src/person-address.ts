import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';
import { EgressError } from './egress-error.ts';

const ports = new Set(['', '443', '8443']);
const insideSuffixes = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'arpa',
  'onion',
  'test',
  'invalid',
  'example',
  'alt',
];

/**
 * Parses an address that a person gave: https, port 443 or 8443, no userinfo, and a name or address of the public internet
 * as written. What the name resolves to is checked where it is connected. @throws EgressError `refused`.
 */
export function personAddress(address: string): URL {
  // eslint-disable-next-line no-control-regex -- such characters are dropped by URL parsing and must not be
  if (/[\u0000-\u0020\u007f\\]/.test(address) || !URL.canParse(address)) throw refused('is not an address');
  const url = new URL(address);
  if (url.protocol !== 'https:') throw refused('does not begin with https://');
  if (url.username !== '' || url.password !== '' || address.slice(8).split(/[/?#]/, 1)[0]!.includes('@')) {
    throw refused('holds a user name');
  }
  if (!ports.has(url.port)) throw refused('names a port other than 443 and 8443');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 ? !isPublicAddress(host) || !writtenPlainly(address, host) : !isPublicName(host)) {
    throw refused('is not on the public internet');
  }
  return url;
}

/** An address written as decimal, octal, hex or in fewer parts means to hide something. */
const writtenPlainly = (address: string, host: string): boolean => address.toLowerCase().includes(host);

function isPublicName(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1)!;
  return (
    labels.length >= 2 &&
    /^[a-z][a-z0-9-]+$/.test(last) &&
    !insideSuffixes.includes(last) &&
    !host.startsWith('metadata.')
  );
}

const refused = (why: string): EgressError => new EgressError('refused', `The address ${why}.`);
