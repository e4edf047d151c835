import { HubError } from '@switchboard/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MetricsService } from './metrics.service.ts';

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/** `/metrics` for a scraper on this machine, or for an admin. */
export function serveMetrics(fastify: FastifyInstance, metrics: MetricsService): void {
  fastify.get(
    '/metrics',
    { config: { hub: { permission: 'public', page: true, path: '/metrics' } } },
    async (request, reply) => {
      if (!isLocal(request) && !request.hub.caller.claims?.permissions.includes('audit:read'))
        throw new HubError('not_permitted', 'Metrics are for this machine and for admins.');
      reply.header('content-type', metrics.registry.contentType);
      return metrics.registry.metrics();
    },
  );
}

/** Directly from this machine: whatever was forwarded came from elsewhere. */
const isLocal = ({ raw, headers }: FastifyRequest): boolean =>
  loopback.test(raw.socket.remoteAddress ?? '') && !headers['x-forwarded-for'] && !headers.forwarded;
