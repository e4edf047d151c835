import { z } from 'zod';
import { ConnectionId, Feature, Instant, pageOf, PageQuery, ProposalId, ProviderId, RunId, ThreadId } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';
import { defineStream } from './stream.ts';

/** What a message shows beside its text. The dashboard draws each kind; nothing here is markup. */
export const MessagePart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** A read that ran: collapsed, with its result. `capability` says how to draw `output`. */
  z.object({
    kind: z.literal('step'),
    title: z.string(),
    capability: z.string(),
    runId: RunId,
    account: z.string(),
    output: z.json(),
    durationMs: z.number(),
  }),
  z.object({ kind: z.literal('proposal'), proposalId: ProposalId }),
  /** A button for exactly the features that are missing; after consent the message is answered again. */
  z.object({
    kind: z.literal('grant'),
    provider: ProviderId,
    connectionId: ConnectionId.optional(),
    features: z.array(Feature),
    label: z.string(),
  }),
  z.object({
    kind: z.literal('choices'),
    slot: z.string(),
    choices: z.array(z.object({ id: z.string(), label: z.string() })),
  }),
  z.object({ kind: z.literal('suggestions'), suggestions: z.array(z.string()) }),
  z.object({ kind: z.literal('problem'), code: z.string(), text: z.string() }),
]);
export type MessagePart = z.infer<typeof MessagePart>;

export const ThreadMessage = z.object({
  id: z.uuidv7(),
  role: z.enum(['person', 'assistant']),
  parts: z.array(MessagePart),
  createdAt: Instant,
});
export type ThreadMessage = z.infer<typeof ThreadMessage>;
export const Thread = z.object({ id: ThreadId, title: z.string(), createdAt: Instant, updatedAt: Instant });
export type Thread = z.infer<typeof Thread>;
export const ThreadDetail = Thread.extend({ messages: z.array(ThreadMessage) });
export type ThreadDetail = z.infer<typeof ThreadDetail>;

export const MessageBody = z.strictObject({
  text: z.string().min(1).max(20_000),
  /** The person's zone, for times said without one. */
  timeZone: z.string().max(64).optional(),
  /** Answers again what waits for a granted feature. */
  resume: z.boolean().optional(),
});

export type MessageBody = z.infer<typeof MessageBody>;

/** Events of the answer's stream (SSE), in this order: `message` (the person's, stored), then `part`s, then `done` or `error`. */
export const AnswerEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('message'), data: ThreadMessage }),
  z.object({ event: z.literal('part'), data: MessagePart }),
  z.object({ event: z.literal('done'), data: ThreadMessage }),
  z.object({ event: z.literal('error'), data: z.object({ code: z.string(), message: z.string() }) }),
]);
export type AnswerEvent = z.infer<typeof AnswerEvent>;

export const listThreads = defineMessage({
  subject: 'assistant.thread.list',
  callers: ['gateway'],
  permission: 'chat:use',
  request: PageQuery,
  reply: pageOf(Thread),
  errors: [],
  timeoutMs: 5_000,
});
export const createThread = defineMessage({
  subject: 'assistant.thread.create',
  callers: ['gateway'],
  permission: 'chat:use',
  request: z.object({ title: z.string().max(200).optional() }),
  reply: Thread,
  errors: [],
  timeoutMs: 5_000,
});
export const getThread = defineMessage({
  subject: 'assistant.thread.get',
  callers: ['gateway'],
  permission: 'chat:use',
  request: z.object({ threadId: ThreadId }),
  reply: ThreadDetail,
  errors: ['not_found'],
  timeoutMs: 5_000,
});
export const deleteThread = defineMessage({
  subject: 'assistant.thread.delete',
  callers: ['gateway'],
  permission: 'chat:use',
  request: z.object({ threadId: ThreadId }),
  reply: z.object({ deleted: z.literal(true) }),
  errors: ['not_found'],
  timeoutMs: 5_000,
});

const params = z.object({ threadId: ThreadId });
export const getThreads = defineRoute({
  method: 'GET',
  path: '/api/v1/threads',
  permission: 'chat:use',
  title: 'My conversations',
  query: PageQuery,
  reply: listThreads.reply,
});
export const postThread = defineRoute({
  method: 'POST',
  path: '/api/v1/threads',
  permission: 'chat:use',
  title: 'Begin a conversation',
  status: 201,
  body: z.strictObject({ title: z.string().max(200).optional() }),
  reply: Thread,
});
export const getThreadRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/threads/:threadId',
  permission: 'chat:use',
  title: 'One conversation',
  params,
  reply: ThreadDetail,
});
export const deleteThreadRoute = defineRoute({
  method: 'DELETE',
  path: '/api/v1/threads/:threadId',
  permission: 'chat:use',
  title: 'Delete a conversation',
  params,
  reply: deleteThread.reply,
});
/** Answers SSE where `Accept` asks for `text/event-stream`, else the finished message as JSON. */
export const postThreadMessage = defineRoute({
  method: 'POST',
  path: '/api/v1/threads/:threadId/messages',
  permission: 'chat:use',
  title: 'Say something',
  status: 201,
  params,
  body: MessageBody,
  reply: ThreadMessage,
  streams: 'response',
});

/** The answer to one message as server-sent {@link AnswerEvent}s. */
export const answerMessage = defineStream({
  subject: 'assistant.message.answer',
  callers: ['gateway'],
  permission: 'chat:use',
  parameters: z.object({ threadId: ThreadId }),
  errors: ['not_found'],
});
