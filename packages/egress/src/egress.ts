import { performance } from 'node:perf_hooks';
import { AccountGate, type GateOptions } from './account-gate.ts';
import { resolveBySystem, type Resolve } from './address.ts';
import type { EgressAnswer } from './answer.ts';
import type {
  CallReport,
  EgressClock,
  EgressRequest,
  EgressStreamAnswer,
  EgressStreamRequest,
  Shared,
} from './call.ts';
import { EgressError } from './egress-error.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { OriginMap } from './origin-map.ts';
import { Pace } from './pace.ts';
import { send } from './request.ts';
import { RetryBudget } from './retry.ts';
import { Routes } from './routes.ts';
import { stream } from './stream.ts';
import { sendToPerson, type PersonAnswer, type PersonRequest } from './untrusted.ts';

export interface EgressOptions {
  /** Stand-ins by official origin; reaches sandbox calls only. */
  readonly originMap?: Readonly<Record<string, string>>;
  /** True refuses any origin map. */
  readonly production?: boolean;
  /** Origins that may have a private address although the call is live, for example a model on this machine. */
  readonly allowPrivate?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly clock?: EgressClock;
  readonly random?: () => number;
  readonly resolve?: Resolve;
  readonly breaker?: Omit<GateOptions, 'now'>;
  /** Sockets per origin; 64 unless told. */
  readonly connections?: number;
  readonly onRequest?: (report: CallReport) => void;
}

const systemClock: EgressClock = { now: () => new Date(), monotonicMs: () => performance.now() };

/** The one way out of the hub (E-1): a credential travels only to its provider's own hosts, whoever asks (D-3). */
export class Egress {
  /** Where people are sent instead of an official page, for sandbox connections. */
  readonly originMap: OriginMap;
  readonly #shared: Shared;
  readonly #resolve: Resolve;

  constructor(options: EgressOptions = {}) {
    this.originMap = new OriginMap(options.originMap);
    if (options.production && !this.originMap.isEmpty) {
      throw new EgressError('refused', 'Production takes no origin map.');
    }
    const clock = options.clock ?? systemClock;
    const now = () => clock.monotonicMs();
    const limits = Object.freeze({ ...defaultLimits, ...options.limits });
    this.#resolve = options.resolve ?? resolveBySystem;
    this.#shared = {
      clock,

      random: options.random ?? Math.random,
      limits,
      routes: new Routes({
        originMap: this.originMap,
        allowPrivate: new Set(options.allowPrivate),
        limits,
        resolve: this.#resolve,
        connections: options.connections ?? 64,
      }),
      gate: new AccountGate({ ...options.breaker, now }),
      budget: new RetryBudget(),
      pace: new Pace(now),
      report: options.onRequest,
    };
  }

  /** A call whose answer is held in memory, within E-5; repeated where that is safe. @throws EgressError */
  request(request: EgressRequest): Promise<EgressAnswer> {
    return send(this.#shared, request);
  }

  /** A call whose bodies flow through, for the proxy and files. @throws EgressError until the answer's headers. */
  stream(request: EgressStreamRequest): Promise<EgressStreamAnswer> {
    return stream(this.#shared, request);
  }

  /** A call to an address that a person gave, for webhooks out and client metadata (E-4). @throws EgressError */
  sendToPerson(request: PersonRequest): Promise<PersonAnswer> {
    return sendToPerson(request, this.#resolve, this.#shared.limits);
  }

  /** Ends all connections at once. */
  close(): Promise<void> {
    return this.#shared.routes.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** @throws EgressError where the origin map is not allowed or malformed. */
export const createEgress = (options: EgressOptions = {}): Egress => new Egress(options);
