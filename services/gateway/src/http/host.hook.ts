import { HubError } from '@switchboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Probes come by the address of a machine, not by the name of the hub. */
const anyHost = new Set(['/health', '/health/ready', '/metrics']);

/** The hub answers under its public address only: pages elsewhere are sent there, the API refuses. */
export function checkHost(publicUrl: string) {
  const { host, origin } = new URL(publicUrl);
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    if (request.host === host || anyHost.has(request.routeOptions.url ?? '')) return done();
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/');
    if (!isPage) return done(new HubError('origin_refused', `This hub answers under ${origin} only.`));
    reply.redirect(origin + request.url, 302);
  };
}
