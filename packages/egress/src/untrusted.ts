import { Client, type Dispatcher } from 'undici';
import { isPublicAddress, type Resolve } from './address.ts';
import { attempt } from './attempt.ts';
import { createConnector } from './connector.ts';
import { EgressError } from './egress-error.ts';
import type { Limits } from './limits.ts';
import { personAddress } from './person-address.ts';
import type { Route } from './routes.ts';

export interface PersonRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

export interface PersonAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

const ignoredBytes = 65_536;

/**
 * Sends to an address that a person gave (E-4): resolved once, every address checked, connected to exactly the one checked,
 * no redirect followed, nothing of the answer kept but its status.
 */
export async function sendToPerson(request: PersonRequest, resolve: Resolve, limits: Limits): Promise<PersonAnswer> {
  const url = personAddress(request.url);
  const address = await resolvePublic(url.hostname.replace(/^\[|\]$/g, ''), resolve, limits.connectMs);
  const family = address.includes(':') ? 6 : 4;
  const client = new Client(url.origin, {
    connect: createConnector({
      connectMs: limits.connectMs,
      lookup: (_name, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family)),
    }),
    maxHeaderSize: limits.headerBytes,
  });
  try {
    const route: Route = {
      pool: client as Dispatcher as Route['pool'],
      host: url.host,
      prefix: '',
      path: url.pathname + url.search,
    };
    const call = { ...request, provider: { id: 'person', hosts: [] }, environment: 'live' as const };
    const answer = await attempt(route, call, { ...limits, bodyBytes: ignoredBytes }, limits.totalMs);
    return { status: answer.status, retryAfter: answer.header('retry-after') };
  } finally {
    await client.destroy();
  }
}

/** The first address of a name, after all of them were found to be public. */
function resolvePublic(host: string, resolve: Resolve, withinMs: number): Promise<string> {
  return new Promise((found, failed) => {
    const timer = setTimeout(() => failed(new EgressError('timeout', `${host} is not found in time.`)), withinMs);
    resolve(host, (error, addresses) => {
      clearTimeout(timer);
      if (error || addresses.length === 0) return failed(new EgressError('unavailable', `${host} is not found.`));
      if (!addresses.every(({ address }) => isPublicAddress(address))) {
        return failed(new EgressError('refused', `${host} is not on the public internet.`));
      }
      return found(addresses[0]!.address);
    });
  });
}
