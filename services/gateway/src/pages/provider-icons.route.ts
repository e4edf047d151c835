import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HubError, ProviderId } from '@switchboard/contracts';
import type { FastifyInstance } from 'fastify';

/** Pictures of providers, served by the hub itself. */
export function serveProviderIcons(fastify: FastifyInstance, folder: string): void {
  const icons = new Map<string, Promise<string | undefined>>();
  fastify.get('/provider-icons/:file', async (request, reply) => {
    const { file } = request.params as { file: string };
    const id = ProviderId.safeParse(file.replace(/\.svg$/, ''));
    if (!id.success) throw new HubError('not_found');
    const icon = icons.get(id.data) ?? readFile(path.join(folder, id.data, 'icon.svg'), 'utf8').catch(() => undefined);
    if (icons.size < 500) icons.set(id.data, icon);
    const svg = await icon;
    if (svg === undefined) throw new HubError('not_found');
    return reply.headers({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }).send(svg);
  });
}
