import type { FastifyInstance } from 'fastify';
import type { ReadinessService } from './readiness.service.ts';

/** `/health` needs nothing; `/health/ready` names every dependency. */
export function serveHealth(fastify: FastifyInstance, readiness: ReadinessService): void {
  fastify.get('/health', () => ({ status: 'ok' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const checks = await readiness.check();
    const ready = Object.values(checks).every(Boolean);
    reply.code(ready ? 200 : 503);
    if (!ready) reply.header('retry-after', '1');
    return { status: ready ? 'ready' : 'not_ready', checks };
  });
}
