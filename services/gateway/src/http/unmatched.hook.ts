import { HubError } from '@switchboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WebFiles } from '../pages/web-files.ts';
import type { AddressBook } from './address-book.ts';
import { allowOrigin } from './origin.ts';

/** Addresses that only programs use: what is unknown below them is an error and never the dashboard. */
const forPrograms = /^\/(?:api|oauth|health|metrics|mcp)(?:\/|$)/;

/** What no route took: a preflight, a method that is not declared (G-12), a file of the dashboard, one of its pages, or nothing. */
export function answerUnmatched(addresses: AddressBook, web: WebFiles, corsOrigins: readonly string[]) {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const methods = addresses.methodsOf(path);
    if (methods.length > 0) return refuseMethod(request, reply, methods, corsOrigins);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      if (forPrograms.test(path)) throw new HubError('not_found');
      return refuseMethod(request, reply, ['GET', 'HEAD'], []);
    }
    if (forPrograms.test(path)) throw new HubError('not_found');
    return web.send(path, request, reply);
  };
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    if (request.is404) answer(request, reply).catch(done);
    else done();
  };
}

function refuseMethod(request: FastifyRequest, reply: FastifyReply, methods: string[], corsOrigins: readonly string[]) {
  if (request.method === 'OPTIONS') allowOrigin(request, reply, corsOrigins);
  if (reply.hasHeader('access-control-allow-origin')) return reply.code(204).send();
  reply.header('allow', methods.join(', '));
  throw new HubError('method_not_allowed');
}
