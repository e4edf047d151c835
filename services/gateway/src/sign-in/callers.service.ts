import { createHash } from 'node:crypto';
import { type CallerClaims, type PayloadOf, type callerChanged, resolveCaller } from '@switchboard/contracts';
import { Bus, Clock, StatementVerifier, type Trace } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';

export interface Resolved {
  readonly claims: CallerClaims;
  readonly statement: string;
}

interface Kept extends Resolved {
  /** On the monotonic clock. */
  readonly untilMs: number;
}

const keepMs = 30_000;
/** A statement in use must outlive the call that carries it onward. */
const marginMs = 15_000;
const keptCallers = 10_000;

/** Turns cookies and keys into signed callers by way of `auth`, and keeps the answer for seconds under the token's hash. */
@Injectable()
export class CallersService {
  private readonly kept = new Map<string, Kept>();
  private readonly asking = new Map<string, Promise<Resolved>>();
  /** Grows with every drop: an answer asked for before it is not kept. */
  private drops = 0;

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly verifier: StatementVerifier,
  ) {}

  /** @throws HubError `unauthenticated`, `rate_limited`, or that `auth` is not there. */
  async resolve(kind: 'session' | 'api_key', token: string, address: string, trace: Trace): Promise<Resolved> {
    const key = `${kind}:${createHash('sha256').update(token).digest('base64')}`;
    const known = this.kept.get(key);
    if (known && known.untilMs > this.clock.monotonicMs()) return known;
    const asked = this.asking.get(key) ?? this.ask(key, { kind, token, address }, trace);
    this.asking.set(key, asked);
    return asked;
  }

  /** Forgets whom a change concerns, so that logout, ended keys and changed roles bite at once (G-1, A-6). */
  drop(change: PayloadOf<typeof callerChanged>): void {
    this.drops += 1;
    for (const [key, { claims }] of this.kept) if (concerns(change, claims)) this.kept.delete(key);
    this.asking.clear();
    this.verifier.dropFor(change);
  }

  private async ask(
    key: string,
    asked: { kind: 'session' | 'api_key'; token: string; address: string },
    { traceId }: Trace,
  ): Promise<Resolved> {
    const { drops } = this;
    try {
      // The asker's own signal stays out of it: others may wait for the same answer.
      const signal = AbortSignal.timeout(resolveCaller.timeoutMs);
      const deadlineMs = this.clock.monotonicMs() + resolveCaller.timeoutMs;
      const resolved = await this.bus.request(resolveCaller, asked, { traceId, deadlineMs, signal });
      if (drops === this.drops) this.keep(key, resolved);
      return resolved;
    } finally {
      this.asking.delete(key);
    }
  }

  private keep(key: string, resolved: Resolved): void {
    const lifeMs = resolved.claims.expiresAt * 1000 - this.clock.now().getTime() - marginMs;
    if (this.kept.size >= keptCallers) this.kept.delete(this.kept.keys().next().value ?? '');
    this.kept.set(key, { ...resolved, untilMs: this.clock.monotonicMs() + Math.min(keepMs, lifeMs) });
  }
}

/** True where the change ends what these claims say. */
export const concerns = (change: PayloadOf<typeof callerChanged>, claims: CallerClaims): boolean =>
  change.sessionId !== undefined
    ? claims.sessionId === change.sessionId
    : change.apiKeyId !== undefined
      ? claims.apiKeyId === change.apiKeyId
      : claims.memberId === change.memberId;
