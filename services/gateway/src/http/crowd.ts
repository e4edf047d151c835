import { HubError } from '@switchboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Requests under way in one process before more are turned away; streams have a share of their own. */
const most = { calls: 1_000, streams: 1_000 } as const;
const needed = new Set(['/health', '/health/ready', '/metrics']);

/** Turns requests away with 503 before too many slow each other down. */
export class Crowd {
  private readonly inside = { calls: 0, streams: 0 };

  /** @throws HubError `service_unavailable` */
  enter({ routeOptions }: FastifyRequest, { raw }: FastifyReply): void {
    if (needed.has(routeOptions.url ?? '')) return;
    const kind = routeOptions.config?.hub?.streams ? 'streams' : 'calls';
    if (this.inside[kind] >= most[kind])
      throw new HubError('service_unavailable', 'The hub is very busy. Try again in a moment.', {
        retryAfterSeconds: 2,
      });
    this.inside[kind] += 1;
    raw.once('close', () => (this.inside[kind] -= 1));
  }
}
