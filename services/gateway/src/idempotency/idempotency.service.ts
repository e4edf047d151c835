import { type ErrorCode, HubError } from '@switchboard/contracts';
import { LOG, type Log } from '@switchboard/nest-kit';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnsafe } from '../http/origin.ts';
import { type Begun, IdempotencyStore, type Keyed } from './idempotency-store.ts';

/** Answers that say nothing was run: the same key may be sent again. */
const notRun: ReadonlySet<ErrorCode> = new Set([
  'unauthenticated',
  'reauthentication_required',
  'origin_refused',
  'rate_limited',
  'service_unavailable',
]);
const expireEveryMs = 600_000;

/** Gives a repeated request the answer of the first (G-10). Streams are exempt. */
@Injectable()
export class IdempotencyService implements OnModuleInit, OnApplicationShutdown {
  private readonly running = new WeakMap<FastifyRequest, Keyed>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: IdempotencyStore,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.store.expire().catch((error: unknown) => this.log.warn({ err: error }, 'old answers were not deleted'));
    }, expireEveryMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Before the handler. @returns true where the kept answer was sent instead. */
  async begin(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const keyed = keyedOf(request);
    if (!keyed) return false;
    const begun = await this.store.begin(keyed);
    if (typeof begun === 'object') {
      reply.code(begun.status).headers({ 'content-type': begun.contentType, 'idempotency-replayed': 'true' });
      reply.send(begun.body);
      return true;
    }
    refuse(begun);
    this.running.set(request, keyed);
    return false;
  }

  /**
   * Before the answer leaves: keeps it, unless nothing was run or it shows a secret. What was done is answered as it is, kept
   * or not: a repetition is told later that the first one never answered.
   */
  async finish(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<void> {
    await this.keep(request, reply, payload).catch((error: unknown) =>
      this.log.warn({ err: error }, 'the answer to a keyed request was not kept'),
    );
  }

  private async keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<void> {
    const keyed = this.running.get(request);
    if (!keyed) return;
    this.running.delete(request);
    if (request.hub.errorCode && notRun.has(request.hub.errorCode)) return this.store.release(keyed);
    const body = typeof payload === 'string' ? payload : '';
    const contentType = String(reply.getHeader('content-type') ?? 'application/json');
    const secret = request.routeOptions.config.hub?.showsSecret === true && reply.statusCode < 400;
    await this.store.finish(keyed, secret ? undefined : { status: reply.statusCode, contentType, body });
  }
}

function keyedOf(request: FastifyRequest): Keyed | undefined {
  const key = request.headers['idempotency-key'];
  const route = request.routeOptions.config.hub;
  const { caller, keyedDigest, bodyDigest = '' } = request.hub;
  const { claims } = caller;
  if (key === undefined || !claims || !keyedDigest || !route || route.streams || !isUnsafe(request.method))
    return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new HubError('input_invalid', 'The Idempotency-Key is 1 to 255 visible characters.');
  return { claims, key, fingerprint: keyedDigest(`${request.method} ${request.url}\n${bodyDigest}`) };
}

function refuse(begun: Exclude<Begun, object>): void {
  if (begun === 'mismatch') throw new HubError('idempotency_mismatch');
  if (begun === 'running') throw new HubError('idempotency_in_progress', undefined, { retryAfterSeconds: 1 });
  if (begun === 'secret')
    throw new HubError('conflict', 'This was done before. Its answer showed a secret once and was not kept.');
  if (begun === 'stale')
    throw new HubError('outcome_unknown', 'This request began before and never answered. Look before you try again.');
}
