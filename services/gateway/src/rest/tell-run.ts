import type { ReplyOf, runAction } from '@switchboard/contracts';
import type { FastifyReply } from 'fastify';

/** Says in headers which run it was and which connection acted, beside an answer that is the action's output alone. */
export function tellRun(reply: FastifyReply, ran: Pick<ReplyOf<typeof runAction>, 'runId' | 'connectionId'>): void {
  reply.header('x-run-id', ran.runId);
  reply.header('x-connection-id', ran.connectionId);
}
