import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import { appendAudit, Clock, LOG, type Log } from '@switchboard/nest-kit';
import type { TokenAnswer } from '@switchboard/oauth';
import { revokeGrant } from '@switchboard/oauth';
import type { OAuth2Declaration } from '@switchboard/provider-kit';
import type { Connection } from '../connections/connection.entity.ts';
import { addToTimeline } from '../connections/timelines.ts';
import { Catalog } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { EndingService } from './ending.service.ts';
import { GrantStore } from './grant-store.ts';
import { type Lease, Leases } from './leases.ts';
import { TokenCalls } from './token-calls.ts';
import { Unrenewable } from './unrenewable.ts';

/** A caller waits this long for a renewal, which itself may take longer (O-12). */
export const callerWaitsMs = 10_000;
const givesUpAfterMs = 75_000;
const pollMs = { least: 100, most: 300 } as const;
const failureHoldsMs = 3_000;

type Target = Pick<Connection, 'id' | 'hubId' | 'memberId' | 'provider' | 'credentialVersion'>;

/** Renews access tokens: once per version, whoever asks, in however many processes (O-10). */
@Injectable()
export class RefreshService {
  private readonly running = new Map<string, Promise<void>>();
  private stopping = false;
  private readonly failed = new Map<string, { error: HubError; untilMs: number }>();

  constructor(
    private readonly leases: Leases,
    private readonly calls: TokenCalls,
    private readonly grants: GrantStore,
    private readonly ending: EndingService,
    private readonly unrenewable: Unrenewable,
    private readonly changes: Changes,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Resolves when another version than this one is stored, or the connection ended: then it must be read again.
   * @throws HubError `service_unavailable` with a time to come back where it takes longer than a caller waits.
   */
  async renew(target: Target, traceId: string, waitMs = callerWaitsMs): Promise<void> {
    const work = this.start(target, traceId);
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () =>
        late.reject(
          new HubError('service_unavailable', 'The access is being renewed. Try again in a moment.', {
            retryAfterSeconds: 2,
            connectionId: target.id,
          }),
        ),
      waitMs,
    );
    try {
      await Promise.race([work, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Renews without anybody waiting. */
  renewInBackground(target: Target, traceId: string): void {
    this.start(target, traceId).catch((error: unknown) =>
      this.log.info({ err: error, connectionId: target.id }, 'an access token was not renewed ahead of time'),
    );
  }

  /** Begins no renewal from now on, and waits for the answers that are under way. */
  async settle(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled(this.running.values());
  }

  private start(target: Target, traceId: string): Promise<void> {
    const key = `${target.id} ${target.credentialVersion}`;
    const failed = this.failed.get(key);
    if (failed && failed.untilMs > this.clock.monotonicMs()) return Promise.reject(failed.error);
    this.failed.delete(key);
    let work = this.running.get(key);
    if (!work && this.stopping) return Promise.reject(tryLater(target, 2));
    if (!work) {
      work = this.run(target, traceId)
        .catch((error: unknown) => {
          if (error instanceof HubError && error.code !== 'reconnect_required')
            this.failed.set(key, { error, untilMs: this.clock.monotonicMs() + failureHoldsMs });
          throw error;
        })
        .finally(() => this.running.delete(key));
      this.running.set(key, work);
    }
    return work;
  }

  private async run(target: Target, traceId: string): Promise<void> {
    const until = this.clock.monotonicMs() + givesUpAfterMs;
    let retried = false;
    while (this.clock.monotonicMs() < until && !this.stopping) {
      const take = await this.leases.take(target, target.credentialVersion);
      if (take.kind === 'settled') return;
      if (take.kind === 'held') {
        await sleep(pollMs.least + Math.random() * (pollMs.most - pollMs.least));
        continue;
      }
      const lost = await this.renewHeld(take.lease, traceId);
      if (!lost) return;
      if (retried || this.stopping) throw lost;
      retried = true;
    }
    throw tryLater(target, 5);
  }

  /** @returns the error of an answer that was lost and may be asked for once more. */
  private async renewHeld({ connection, refreshToken, sent }: Lease, traceId: string): Promise<HubError | undefined> {
    const spent = this.methodOf(connection)?.refreshRotates === true && sent > 1;
    if (!refreshToken) {
      const unclear = await this.unrenewable.settle(connection, traceId);
      if (unclear) await this.noteFailure(connection, unclear, traceId, true);
      if (unclear) throw unclear;
      return undefined;
    }
    if (spent && sent > 2) return void (await this.ending.end(connection, 'refresh_outcome_unknown', traceId));
    const outcome = await this.leases.during(connection.id, () => this.calls.refresh(connection, refreshToken));
    if (outcome.kind === 'tokens') return void (await this.commit(connection, outcome.tokens, traceId));
    if (outcome.kind === 'ended')
      return void (await this.ending.end(connection, spent ? 'refresh_outcome_unknown' : 'grant_ended', traceId));
    if (outcome.kind === 'lost') {
      if (spent) return void (await this.ending.end(connection, 'refresh_outcome_unknown', traceId));
      await this.leases.leave(connection.id);
      await this.noteFailure(connection, outcome.error, traceId, false);
      return outcome.error;
    }
    await this.noteFailure(connection, outcome.error, traceId, true);
    throw outcome.error;
  }

  private methodOf(connection: Connection): OAuth2Declaration | undefined {
    const method = this.catalog.methodOf(connection);
    return method?.kind === 'oauth2' ? method : undefined;
  }

  private async commit(connection: Connection, tokens: TokenAnswer, traceId: string): Promise<void> {
    const stored = await this.changes.commit(async (manager) => {
      const now = await this.grants.replace(manager, connection, tokens, undefined);
      await this.leases.drop(manager, connection.id);
      if (!now) return false;
      await addToTimeline(manager, now, 'refreshed');
      await this.changes.connection(manager, now, 'refreshed', traceId);
      await appendAudit(manager, this.actor(connection, traceId), {
        event: 'credential.refreshed',
        outcome: 'ok',
        subject: connection.id,
        details: { provider: connection.provider, version: now.credentialVersion },
      });
      return true;
    });
    if (!stored) await this.discard(connection, tokens);
  }

  /** A reconnect was first: what was renewed is revoked where that ends nothing else (F-05). */
  private async discard(connection: Connection, tokens: TokenAnswer): Promise<void> {
    if (this.methodOf(connection)?.revokes !== 'token') return;
    await this.calls
      .contextOf(connection)
      .then((context) => revokeGrant(context, tokens))
      .catch((error: unknown) =>
        this.log.warn({ err: error, connectionId: connection.id }, 'a replaced token lives on'),
      );
  }

  private async noteFailure(connection: Connection, error: HubError, traceId: string, drop: boolean): Promise<void> {
    await this.changes.commit(async (manager) => {
      if (drop) await this.leases.drop(manager, connection.id);
      await addToTimeline(manager, connection, 'refresh_failed', error.message);
      await appendAudit(manager, this.actor(connection, traceId), {
        event: 'credential.refresh_failed',
        outcome: 'failed',
        subject: connection.id,
        details: { provider: connection.provider, code: error.code },
      });
    });
  }

  private actor({ hubId, memberId }: Connection, traceId: string) {
    return { hubId, memberId, actor: 'service:auth', traceId };
  }
}

const tryLater = ({ id }: Target, retryAfterSeconds: number): HubError =>
  new HubError('service_unavailable', undefined, { retryAfterSeconds, connectionId: id });
