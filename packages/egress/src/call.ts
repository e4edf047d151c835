import type { Readable } from 'node:stream';
import type { AccountGate } from './account-gate.ts';
import type { Credential } from './credential.ts';
import type { EgressErrorKind } from './egress-error.ts';
import type { CallLimits, Limits } from './limits.ts';
import type { Pace } from './pace.ts';
import type { EgressProvider, Environment } from './provider-hosts.ts';
import type { RetryBudget } from './retry.ts';
import type { Routes } from './routes.ts';

/** The time, injected; nest-kit's `Clock` is one. */
export interface EgressClock {
  now(): Date;
  monotonicMs(): number;
}

/** What both kinds of calls say. */
export interface Call {
  readonly provider: EgressProvider;
  readonly environment: Environment;
  /** Whose limits and breaker the call counts for, for example the connection's id. */
  readonly account?: string;
  /** The provider's real address, whatever stands in for it. */
  readonly url: string | URL;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly credential?: Credential;
  readonly signal?: AbortSignal;
}

export interface EgressRequest extends Call {
  readonly body?: string | Uint8Array | Readable | AsyncIterable<Uint8Array>;
  /** True where sending it twice has one effect; GET, HEAD and OPTIONS are unless told. Only these are repeated. */
  readonly idempotent?: boolean;
  /**
   * `same-provider` follows up to five redirects of a GET to the provider's own hosts, `manual` answers a redirect as it is;
   * `none` unless told.
   */
  readonly redirects?: 'none' | 'same-provider' | 'manual';
  readonly limits?: CallLimits;
}

export interface EgressStreamRequest extends Call {
  readonly body?: string | Uint8Array | Readable | AsyncIterable<Uint8Array> | null;
  /** Waits for the account's pace and for a short Retry-After, as calls held in memory do. */
  readonly paced?: boolean;
}

export interface EgressStreamAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  /** Must be read to its end or destroyed. Encoded as `content-encoding` says. */
  readonly body: Readable;
}

/** One finished call, for metrics; no path, header or body. */
export interface CallReport {
  readonly provider: string;
  readonly environment: Environment;
  readonly method: string;
  readonly status?: number;
  readonly error?: EgressErrorKind;
  readonly attempts: number;
  readonly durationMs: number;
}

/** What the calls of one egress share. */
export interface Shared {
  readonly clock: EgressClock;
  readonly random: () => number;
  readonly limits: Limits;
  readonly routes: Routes;
  readonly gate: AccountGate;
  readonly budget: RetryBudget;
  readonly pace: Pace;
  readonly report: ((report: CallReport) => void) | undefined;
}

/** True for a body that is read as it is sent, and so only once. */
export const isFlowing = (body: unknown): boolean =>
  body !== undefined && body !== null && typeof body !== 'string' && !(body instanceof Uint8Array);

/** The breaker's key: one account of one provider in one environment. */
export const gateKey = ({ provider, environment, account }: Call): string =>
  `${provider.id} ${environment} ${account ?? ''}`;
