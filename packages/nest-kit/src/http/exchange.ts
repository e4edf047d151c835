import type { ErrorCode, RouteDefinition } from '@switchboard/contracts';
import type { MaybeCaller } from '../caller.ts';

/** What the gateway knows of one HTTP request before its body is read. */
export interface Exchange {
  caller: MaybeCaller;
  /** How the caller proved who they are; `undefined` for nobody. */
  credential?: 'cookie' | 'bearer';
  /** SHA-256 of the body as it came, hex; for Idempotency-Key. It may be of a password: only {@link keyedDigest} of it is kept. */
  bodyDigest?: string;
  /** HMAC-SHA-256 under what the caller showed, hex: says that two texts are the same and to nobody else anything of them. */
  keyedDigest?: (text: string) => string;
  /** The code of the problem it ended with. */
  errorCode?: ErrorCode;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the first hook of every request. */
    hub: Exchange;
  }
  interface FastifyContextConfig {
    /** What the address declares; hooks read permission, freshness and streaming from it. */
    hub?: Served;
  }
}

/** The part of a route that the hooks before a handler read. */
export type Served = Pick<
  RouteDefinition,
  'permission' | 'fresh' | 'streams' | 'showsSecret' | 'path' | 'mayTakeMs'
> & {
  /** True where a caller is recognised but not required, and no JSON is expected. */
  readonly page?: boolean;
};
