import { fill, valuesOf } from '@switchboard/provider-kit';
import type { Chosen } from '../core/catalog.ts';
import type { SettingValues } from './protocol.ts';

/** Told of what a person named: the service that the account is at. */
export interface AtService {
  /** Undefined where a provider was declared, whose subjects are its own. */
  readonly service?: string | undefined;
}

/**
 * The account's stable subject. One of a service that a person named is unique at that service only, so what tells the service
 * from others stands before it.
 */
export const accountSubject = ({ service }: AtService, subject: string): string =>
  service === undefined ? subject : `${service} ${subject}`;

/** The subject as the service itself says it. */
export const ownSubject = ({ service }: AtService, subject: string): string =>
  service === undefined ? subject : subject.slice(service.length + 1);

/**
 * Tells services that people named from each other, two behind one host too: where the API is, and who says whose account it is
 * where that is another address. The settings it is made of never change, so it is the same at every reconnect.
 * @param authority the issuer, or the address that the account is read at.
 */
export function serviceOf({ provider }: Chosen, settings: SettingValues, authority: string): string {
  const { baseUrl } = provider.api;
  const base = baseUrl.includes('{') ? fill(baseUrl, valuesOf(settings, provider.tables)) : authority;
  const [api, named] = [placeOf(base), placeOf(authority)];
  return named === api || named.startsWith(`${api}/`) ? api : `${api} ${named}`;
}

/** An address as people name it: without scheme, parameters and a slash at the end. */
function placeOf(address: string): string {
  const { host, pathname } = new URL(address);
  return host + pathname.replace(/\/+$/, '');
}
