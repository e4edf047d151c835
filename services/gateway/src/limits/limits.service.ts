import { type CallerClaims, HubError } from '@switchboard/contracts';
import { Clock, LOG, type Log, SETTINGS, type Settings } from '@switchboard/nest-kit';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LimitStore } from './limit-store.ts';
import { networkOf } from './network-of.ts';

const windowSeconds = 60;
const flushMs = 1_000;
const addressFactor = 5;

interface Tally {
  window: number;
  /** All that is known of the window: the store's total and what came since. */
  count: number;
  /** Not in the store yet. */
  fresh: number;
}

/** Counts requests by address, session and key in memory, and adds them to the store once a second. */
@Injectable()
export class LimitsService implements OnModuleInit, OnApplicationShutdown {
  private readonly tallies = new Map<string, Tally>();
  private readonly perMinute: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOG) private readonly log: Log,
    private readonly store: LimitStore,
    private readonly clock: Clock,
  ) {
    this.perMinute = settings.SWB_REQUESTS_PER_MINUTE;
  }

  async onModuleInit(): Promise<void> {
    for (const { key, window, count } of await this.store.load(windowOf(this.seconds())))
      this.tallies.set(key, { window, count, fresh: 0 });
    this.timer = setInterval(() => void this.flush(), flushMs).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** @throws HubError `rate_limited` with the seconds to wait. */
  countAddress(address: string): void {
    this.count(`address:${networkOf(address)}`, this.perMinute * addressFactor, this.seconds());
  }

  /** Counts the session or key and tells how much is left (RateLimit and RateLimit-Policy headers). @throws HubError `rate_limited` */
  countCaller({ via, apiKeyId, sessionId, memberId }: CallerClaims, reply: FastifyReply): void {
    const seconds = this.seconds();
    reply.header('ratelimit-policy', `"${via}";q=${this.perMinute};w=${windowSeconds}`);
    const count = this.count(`${via}:${apiKeyId ?? sessionId ?? memberId}`, this.perMinute, seconds);
    reply.header('ratelimit', `"${via}";r=${this.perMinute - count};t=${leftOf(seconds)}`);
  }

  private count(key: string, limit: number, seconds: number): number {
    const window = windowOf(seconds);
    let tally = this.tallies.get(key);
    if (tally?.window !== window) this.tallies.set(key, (tally = { window, count: 0, fresh: 0 }));
    if (tally.count >= limit) throw new HubError('rate_limited', undefined, { retryAfterSeconds: leftOf(seconds) });
    tally.fresh += 1;
    return (tally.count += 1);
  }

  private async flush(): Promise<void> {
    const fresh = [...this.tallies].filter(([, tally]) => tally.fresh > 0);
    const counted = fresh.map(([key, tally]) => ({ key, window: tally.window, count: tally.fresh }));
    for (const [, tally] of fresh) tally.fresh = 0;
    this.forgetOld();
    if (counted.length === 0) return;
    try {
      for (const { key, window, count } of await this.store.add(counted)) {
        const tally = this.tallies.get(key);
        if (tally?.window === window) tally.count = count + tally.fresh;
      }
    } catch (error) {
      // Limits go on from memory; losing a second's counts is better than refusing everyone.
      this.log.warn({ err: error }, 'request counts were not kept');
    }
  }

  private forgetOld(): void {
    const window = windowOf(this.seconds());
    for (const [key, tally] of this.tallies) if (tally.window < window && tally.fresh === 0) this.tallies.delete(key);
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

const windowOf = (seconds: number): number => seconds - (seconds % windowSeconds);
const leftOf = (seconds: number): number => windowSeconds - (seconds % windowSeconds);
