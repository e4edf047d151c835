import type { ErrorCode } from '@switchboard/contracts';
import { actorOf, LOG, type Log } from '@switchboard/nest-kit';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Denial, DenialStore } from './denial-store.ts';

const codes: ReadonlySet<ErrorCode | undefined> = new Set(['not_permitted', 'origin_refused', 'egress_refused']);
const flushMs = 1_000;
/** A flood of denials says no more than its first thousand a second. */
const mostWaiting = 1_000;

/** What a known caller was refused goes into the audit log, in batches within a second (L-2). */
@Injectable()
export class DenialsService implements OnModuleInit, OnApplicationShutdown {
  private waiting: Denial[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: DenialStore,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), flushMs).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Call when the answer has left. */
  note({ hub, method, routeOptions }: FastifyRequest): void {
    if (!hub?.caller.claims || !codes.has(hub.errorCode) || this.waiting.length >= mostWaiting) return;
    const details = { method, code: hub.errorCode };
    const record = {
      event: 'request.denied',
      outcome: 'denied',
      subject: routeOptions.url ?? 'none',
      details,
    } as const;
    this.waiting.push({ who: actorOf(hub.caller), record });
  }

  private async flush(): Promise<void> {
    const denials = this.waiting;
    if (denials.length === 0) return;
    this.waiting = [];
    try {
      await this.store.append(denials);
    } catch (error) {
      this.waiting = [...denials, ...this.waiting].slice(0, mostWaiting);
      this.log.warn({ err: error }, 'denials wait for the audit log');
    }
  }
}
