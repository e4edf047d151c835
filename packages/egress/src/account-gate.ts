import { EgressError } from './egress-error.ts';

interface Account {
  /** Calls and failures in six slots of five seconds. */
  readonly calls: number[];
  readonly failures: number[];
  slot: number;
  turnedAt: number;
  openUntil: number;
  probing: boolean;
  coolUntil: number;
  inFlight: number;
}

export interface GateOptions {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly leastCalls?: number;
  /** How long an open breaker waits for its next probe. */
  readonly cycleMs?: number;
  readonly mostInFlight?: number;
}

const slots = 6;
const slotMs = 5_000;
const mostAccounts = 10_000;

/**
 * One account of one provider: a breaker that opens when half of 20 or more calls in 30 s fail and lets one probe through a
 * cycle, the provider's own Retry-After, and a bound on calls in flight.
 */
export class AccountGate {
  readonly #accounts = new Map<string, Account>();
  readonly #now: () => number;
  readonly #leastCalls: number;
  readonly #cycleMs: number;
  readonly #mostInFlight: number;

  constructor({ now, leastCalls = 20, cycleMs = 10_000, mostInFlight = 64 }: GateOptions) {
    this.#now = now;
    this.#leastCalls = leastCalls;
    this.#cycleMs = cycleMs;
    this.#mostInFlight = mostInFlight;
  }

  /** Milliseconds until the provider takes calls of this account again. */
  coolingMs(key: string): number {
    const account = this.#accounts.get(key);
    return account ? Math.max(0, account.coolUntil - this.#now()) : 0;
  }

  /** @throws EgressError `limited` or `unavailable` where the call must not be made; else `leave` or `fail` must follow. */
  enter(key: string): void {
    const account = this.#find(key);
    const now = this.#now();
    if (account.coolUntil > now) throw held('limited', account.coolUntil - now);
    if (account.inFlight >= this.#mostInFlight) throw held('limited', 1_000);
    if (account.openUntil !== 0) {
      if (account.openUntil > now || account.probing)
        throw held('unavailable', Math.max(1_000, account.openUntil - now));
      account.probing = true;
    }
    account.inFlight++;
  }

  /** Ends a call; `failed` where the provider was at fault. */
  leave(key: string, failed: boolean): void {
    const account = this.#find(key);
    account.inFlight--;
    this.#turn(account);
    account.calls[account.slot]! += 1;
    if (failed) account.failures[account.slot]! += 1;
    if (account.probing) {
      account.probing = false;
      if (failed) account.openUntil = this.#now() + this.#cycleMs;
      else this.#close(account);
    } else if (failed && account.openUntil === 0 && this.#halfFails(account)) {
      account.openUntil = this.#now() + this.#cycleMs;
    }
  }

  /** Ends a call that says nothing of the provider, because the caller gave it up. */
  abandon(key: string): void {
    const account = this.#find(key);
    account.inFlight--;
    account.probing = false;
  }

  /** Holds back calls of the account for as long as the provider asked. */
  cool(key: string, seconds: number): void {
    if (seconds <= 0) return;
    const account = this.#find(key);
    account.coolUntil = Math.max(account.coolUntil, this.#now() + seconds * 1_000);
  }

  #halfFails({ calls, failures }: Account): boolean {
    const total = sum(calls);
    return total >= this.#leastCalls && sum(failures) * 2 >= total;
  }

  #close(account: Account): void {
    account.openUntil = 0;
    account.calls.fill(0);
    account.failures.fill(0);
  }

  /** Moves on to the present slot and empties those that passed. */
  #turn(account: Account): void {
    const tick = Math.floor(this.#now() / slotMs);
    const passed = Math.min(slots, tick - account.turnedAt);
    for (let step = 0; step < passed; step++) {
      account.slot = (account.slot + 1) % slots;
      account.calls[account.slot] = 0;
      account.failures[account.slot] = 0;
    }
    account.turnedAt = tick;
  }

  #find(key: string): Account {
    const known = this.#accounts.get(key);
    if (known) return known;
    if (this.#accounts.size >= mostAccounts) this.#forgetOne();
    const account: Account = {
      calls: Array<number>(slots).fill(0),
      failures: Array<number>(slots).fill(0),
      slot: 0,
      turnedAt: Math.floor(this.#now() / slotMs),
      openUntil: 0,
      probing: false,
      coolUntil: 0,
      inFlight: 0,
    };
    this.#accounts.set(key, account);
    return account;
  }

  #forgetOne(): void {
    for (const [key, account] of this.#accounts) {
      if (account.inFlight > 0) continue;
      this.#accounts.delete(key);
      return;
    }
  }
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

const held = (kind: 'limited' | 'unavailable', ms: number): EgressError =>
  new EgressError(kind, kind === 'limited' ? 'The provider asks us to wait.' : 'The provider has failed too often.', {
    retryAfterSeconds: Math.ceil(ms / 1_000),
  });
