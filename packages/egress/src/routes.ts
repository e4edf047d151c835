import { isIP, type LookupFunction } from 'node:net';
import { Pool } from 'undici';
import { isPublicAddress, publicLookup, type Resolve } from './address.ts';
import { createConnector } from './connector.ts';
import { EgressError } from './egress-error.ts';
import type { Limits } from './limits.ts';
import type { OriginMap } from './origin-map.ts';
import { personAddress } from './person-address.ts';
import { providerUrl, type EgressProvider, type Environment } from './provider-hosts.ts';

/** Where one request really goes. */
export interface Route {
  readonly pool: Pool;
  /** For messages: the official host, whatever stands in for it. */
  readonly host: string;
  /** The stand-in's own path before the official one; empty for the real provider. */
  readonly prefix: string;
  readonly path: string;
}

export interface RoutesOptions {
  readonly originMap: OriginMap;
  readonly allowPrivate: ReadonlySet<string>;
  readonly limits: Limits;
  readonly resolve: Resolve;
  /** Sockets per origin. */
  readonly connections: number;
}

/** Origins whose sockets are known at a time: people may type as many as they like. */
const mostPools = 1_000;

/** Turns an official address into a pool and a path; nothing else knows of stand-ins (D-3). */
export class Routes {
  readonly #options: RoutesOptions;
  readonly #pools = new Map<string, Pool>();

  constructor(options: RoutesOptions) {
    this.#options = options;
  }

  /**
   * A name is looked up where it is connected, and only to addresses that the same look-up found public: no name can point
   * elsewhere in between (E-4). @throws EgressError `refused` before anything is looked up, connected or sent.
   */
  find(provider: EgressProvider, environment: Environment, address: string | URL): Route {
    const url = providerUrl(provider, address);
    const path = url.search === '' ? url.pathname : url.pathname + url.search;
    if (environment === 'live') return { pool: this.#live(url, provider), host: url.host, prefix: '', path };
    const target = this.#options.originMap.target(url.origin);
    if (target === undefined) throw new EgressError('refused', `Nothing stands in for ${url.host} in the sandbox.`);
    return { pool: this.#pool(target.origin, undefined), host: url.host, prefix: target.prefix, path };
  }

  async close(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }

  #live(url: URL, { personAddress: typed }: EgressProvider): Pool {
    const free = this.#options.allowPrivate.has(url.origin);
    if (typed && !free) personAddress(url.href);
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!free && isIP(literal) !== 0 && !isPublicAddress(literal)) {
      throw new EgressError('refused', `${url.host} is a private address.`);
    }
    return this.#pool(url.origin, free ? undefined : (publicLookup(this.#options.resolve) as LookupFunction));
  }

  /** One pool per origin and rule: a pool that checks addresses is never shared with one that does not. */
  #pool(origin: string, lookup: LookupFunction | undefined): Pool {
    const key = lookup ? `checked ${origin}` : origin;
    const known = this.#pools.get(key);
    if (known) return known;
    if (this.#pools.size >= mostPools) this.#forgetIdle();
    const { limits, connections } = this.#options;
    const pool = new Pool(origin, {
      connections,
      pipelining: 1,
      connect: createConnector({ connectMs: limits.connectMs, ...(lookup && { lookup }) }),
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.idleMs,
      bodyTimeout: limits.idleMs,
      keepAliveTimeout: 4_000,
    });
    this.#pools.set(key, pool);
    return pool;
  }

  /** Those without a socket or a call; whoever was handed one just now can still use it. */
  #forgetIdle(): void {
    for (const [key, { stats }] of this.#pools)
      if (stats.connected + stats.pending + stats.queued + stats.running === 0) this.#pools.delete(key);
  }
}
