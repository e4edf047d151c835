import { z } from 'zod';
import { jsonText, methodsFor, type ApiMethod } from '../kit/api.ts';
import { no } from './refusals.ts';
import type { SlackAccount } from './people.ts';
import type { Channel, Message, SlackState } from './state.ts';

export type SlackMethod = ApiMethod<SlackAccount>;
const define = methodsFor<SlackAccount>();

interface Named<Schema extends z.ZodObject> {
  readonly scopes?: readonly string[];
  readonly given: Schema;
  run(account: SlackAccount, given: z.output<Schema>): object | undefined;
}

/** A method that reads: GET with a query. */
export const reading = <Schema extends z.ZodObject>(
  id: string,
  { scopes = [], given, run }: Named<Schema>,
): SlackMethod =>
  define({
    id,
    http: 'GET',
    path: `/api/${id}`,
    scopes,
    query: given,
    run: ({ account, query }) => ({ ok: true, ...run(account, query as z.output<Schema>) }),
  });

/** A method that writes: POST with a form or JSON. */
export const writing = <Schema extends z.ZodObject>(
  id: string,
  { scopes = [], given, run }: Named<Schema>,
): SlackMethod =>
  define({
    id,
    http: 'POST',
    path: `/api/${id}`,
    scopes,
    accepts: ['form', 'json'],
    body: given,
    run: ({ account, body }) => ({ ok: true, ...run(account, body as z.output<Schema>) }),
  });

/** Values come as texts or as JSON. */
export const a = {
  text: z.string(),
  bool: z.union([
    z.boolean(),
    z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1'),
  ]),
  int: (min: number, max: number) => z.coerce.number().int().min(min).max(max),
  ts: z.coerce.string().regex(/^\d{10}\.\d{6}$/),
  json: <T extends z.ZodType>(schema: T) => jsonText(schema, 'not JSON'),
};

/** True where the account sees what is said there. */
export const sees = ({ kind, members }: Channel, { id }: SlackAccount): boolean =>
  kind === 'public' || members.includes(id);

/** @throws {Refusal} `channel_not_found` where it is not there or not for this account. */
export function channelIn({ channels }: SlackState, account: SlackAccount, id: string): Channel {
  const found = channels.find((channel) => channel.id === id);
  if (!found || !sees(found, account)) throw no('channel_not_found');
  return found;
}

/** @throws {Refusal} `message_not_found`. */
export function messageIn({ messages }: SlackState, channel: Channel, ts: string): Message {
  const found = messages.find((message) => message.channel === channel.id && message.ts === ts);
  if (!found) throw no('message_not_found');
  return found;
}

/** The scopes of one right for every kind of channel; any one is enough here. */
export const anyKind = (right: string): string[] =>
  ['channels', 'groups', 'im', 'mpim'].map((kind) => `${kind}:${right}`);
