import type { Log } from '@switchboard/nest-kit';
import type { FastifyInstance } from 'fastify';
import type { LimitsService } from '../limits/limits.service.ts';
import { reportPath } from './security-headers.ts';

const maxBytes = 16 * 1024;

/** Browsers tell here what the content security policy stopped; it is logged and nothing else. */
export function serveReports(fastify: FastifyInstance, limits: LimitsService, log: Log): void {
  void fastify.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/csp-report', 'application/reports+json'],
      { parseAs: 'string', bodyLimit: maxBytes },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.post(reportPath, (request, reply) => {
      limits.countAddress(request.ip);
      log.warn({ report: request.body }, 'a page broke the content security policy');
      reply.code(204).send();
    });
    done();
  });
}
