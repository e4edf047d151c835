import { type Denial, DenialStore } from '../denials/denial-store.ts';
import { type Begun, IdempotencyStore, type KeptAnswer, type Keyed } from '../idempotency/idempotency-store.ts';
import { type Counted, LimitStore } from '../limits/limit-store.ts';

/** Counts in memory; hand the same one to two gateways to see a restart. */
export class MemoryLimitStore extends LimitStore {
  private readonly counts = new Map<string, Counted>();

  override add(counted: readonly Counted[]): Promise<readonly Counted[]> {
    const totals = counted.map(({ key, window, count }) => {
      const total = { key, window, count: count + (this.counts.get(`${window}:${key}`)?.count ?? 0) };
      this.counts.set(`${window}:${key}`, total);
      return total;
    });
    return Promise.resolve(totals);
  }

  override load(window: number): Promise<readonly Counted[]> {
    return Promise.resolve([...this.counts.values()].filter((one) => one.window === window));
  }
}

/** Denials kept in memory. */
export class MemoryDenialStore extends DenialStore {
  readonly kept: Denial[] = [];

  override append(denials: readonly Denial[]): Promise<void> {
    this.kept.push(...denials);
    return Promise.resolve();
  }
}

/** Answers kept in memory. */
export class MemoryIdempotencyStore extends IdempotencyStore {
  readonly kept = new Map<string, { fingerprint: string; state: Begun }>();

  override begin(keyed: Keyed): Promise<Begun> {
    const known = this.kept.get(nameOf(keyed));
    if (known) return Promise.resolve(known.fingerprint === keyed.fingerprint ? known.state : 'mismatch');
    this.kept.set(nameOf(keyed), { fingerprint: keyed.fingerprint, state: 'running' });
    return Promise.resolve('begun');
  }

  override finish(keyed: Keyed, answer: KeptAnswer | undefined): Promise<void> {
    this.kept.set(nameOf(keyed), { fingerprint: keyed.fingerprint, state: answer ?? 'secret' });
    return Promise.resolve();
  }

  override release(keyed: Keyed): Promise<void> {
    this.kept.delete(nameOf(keyed));
    return Promise.resolve();
  }

  override expire(): Promise<void> {
    return Promise.resolve();
  }
}

const nameOf = ({ claims, key }: Keyed): string => `${claims.memberId}:${claims.apiKeyId ?? claims.sessionId}:${key}`;
