import { ErrorCode, HubError, type WireError } from '@switchboard/contracts';
import { z } from 'zod';

/** One request as it crosses the wire. */
const RequestEnvelope = z.object({
  payload: z.unknown(),
  statement: z.string().max(8192).optional(),
  traceId: z.string().max(64),
  /** How long the asker still waits; milliseconds. */
  remainingMs: z.number().positive(),
});
export type RequestEnvelope = z.infer<typeof RequestEnvelope>;

const ReplyEnvelope = z.union([
  z.object({ ok: z.unknown() }),
  z.object({ error: z.object({ code: ErrorCode, message: z.string(), details: z.record(z.string(), z.unknown()) }) }),
]);

const text = new TextDecoder();
const bytes = new TextEncoder();

export const encodeRequest = (envelope: RequestEnvelope): Uint8Array => bytes.encode(JSON.stringify(envelope));
export const decodeRequest = (payload: Uint8Array): RequestEnvelope =>
  RequestEnvelope.parse(JSON.parse(text.decode(payload)));

export const encodeReply = (reply: unknown): Uint8Array => bytes.encode(JSON.stringify({ ok: reply ?? null }));
export const encodeError = (error: WireError): Uint8Array => bytes.encode(JSON.stringify({ error }));

/** @returns the reply as sent. @throws HubError as the answering service threw it. */
export function decodeReply(payload: Uint8Array): unknown {
  const reply = ReplyEnvelope.parse(JSON.parse(text.decode(payload)));
  if ('error' in reply) throw new HubError(reply.error.code, reply.error.message, reply.error.details);
  return reply.ok;
}

/** A HubError as it travels; anything else becomes `internal` and keeps its own message to itself. */
export const toWireError = (error: unknown): WireError =>
  error instanceof HubError
    ? { code: error.code, message: error.message, details: error.details }
    : { code: 'internal', message: new HubError('internal').message, details: {} };
