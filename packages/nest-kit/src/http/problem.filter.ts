import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';
import { asHubError, problemHeaders, problemOf } from './problem.ts';

/** Answers every error as a problem document, whether a handler, a hook or the parser threw it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const traceId = request.hub?.caller.traceId ?? '';
    const error = asHubError(thrown);
    if (request.hub) request.hub.errorCode = error.code;
    if (error.code === 'internal')
      this.log.error({ err: thrown, traceId, route: request.routeOptions?.url }, 'a request failed');
    if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
    reply
      .code(error.status)
      .headers(problemHeaders(error))
      .send(JSON.stringify(problemOf(error, traceId)));
  }
}
