import type { SandboxRequest } from '../exchange.ts';
import { Quotas } from '../quotas.ts';
import { Store } from '../store.ts';
import type { SandboxKit } from '../world.ts';

export const client = {
  provider: 'example',
  clientId: 'client',
  clientSecret: 'secret',
  redirectUris: ['http://localhost:3000/callback'],
};

/** What a stand-in is given, with a clock that a spec turns. */
export function testKit(): SandboxKit & { now: number } {
  const kit = { now: Date.parse('2026-11-21T12:00:00Z') };
  const clock = (): number => kit.now;
  const clients = [client, { ...client, clientId: 'other' }, { ...client, provider: 'elsewhere', clientId: 'foreign' }];
  return Object.assign(kit, { store: new Store(), clock, quotas: new Quotas(clock), seed: 7, clients });
}

/** A request as the sandbox's door makes it. */
export function requestTo(
  method: string,
  address: string,
  { headers = {}, body = '' }: { headers?: Record<string, string>; body?: string | Buffer | URLSearchParams } = {},
): SandboxRequest {
  const url = new URL(address);
  const form = body instanceof URLSearchParams ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
  return {
    method,
    origin: url.origin,
    base: `/${url.host}`,
    path: url.pathname,
    query: url.searchParams,
    headers: { ...form, ...headers },
    body: Buffer.isBuffer(body) ? body : Buffer.from(body.toString()),
  };
}
