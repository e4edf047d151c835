import { HubError } from '@switchboard/contracts';
import { asChoice, picked, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { chatPattern } from './settings.ts';

const choice = picked({ action: 'slack.list_channels', items: 'chats', value: 'id', label: 'title' }, 256);

/** A channel or person that a form offers. */
export const chatChoice = choice
  .describe('Channel or person; the default one of the connection unless given')
  .optional();

/** The time that names a message; offered from the channel that the form names. */
export const messageChoice = asChoice(z.string().regex(/^\d{10}\.\d{6}$/), {
  action: 'slack.read_messages',
  items: 'messages',
  value: 'messageId',
  label: 'text',
  given: { chatId: 'chatId' },
}).describe("Slack's name of the message, as 1732186800.000100");

export const cursor = z.string().max(4096).describe('Where the last page ended').optional();

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** Reads by a method of the Web API. */
export const read = <T>({ http }: ActionContext, method: string, query: Values, schema: z.ZodType<T>): Promise<T> =>
  http.get(`/${method}`, { query, schema });

/** Changes by a method; members that are undefined are left out. */
export const write = <T>(
  { http }: ActionContext,
  method: string,
  values: Values,
  schema: z.ZodType<T>,
  idempotent = false,
): Promise<T> => {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return http.post(`/${method}`, { form: Object.fromEntries(given) as Record<string, string>, schema, idempotent });
};

/** The chat an action is for; a person stays one. @throws HubError `input_invalid` where none is named and none is stored. */
export function chatOf({ settings }: ActionContext, chatId: string | undefined): string {
  const chosen = chatId ?? settings['defaultChatId'];
  if (chosen === undefined) {
    throw new HubError('input_invalid', 'Choose a channel or a person, or store a default one with the connection.');
  }
  if (!chatPattern.test(chosen)) throw new HubError('input_invalid', 'That is no channel and no person of Slack’s.');
  return chosen;
}

const Opened = z.object({ channel: z.object({ id: z.string() }) });

/** The channel of a chat: the direct message with a person is opened, which changes nothing where it is open. */
export async function channelOf(context: ActionContext, chatId: string | undefined): Promise<string> {
  const chat = chatOf(context, chatId);
  if (!/^[UW]/.test(chat)) return chat;
  const { channel } = await write(context, 'conversations.open', { users: chat }, Opened, true);
  return channel.id;
}

const Direct = z.object({
  channels: z.array(z.object({ id: z.string(), user: z.string().optional() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** The same without a right to write: the direct message with a person is looked for. @throws HubError `not_found`. */
export async function readableChannelOf(context: ActionContext, chatId: string | undefined): Promise<string> {
  const chat = chatOf(context, chatId);
  if (!/^[UW]/.test(chat)) return chat;
  let from: string | undefined;
  do {
    const asked = { types: 'im', limit: 200, cursor: from };
    const { channels, response_metadata: paging } = await read(context, 'conversations.list', asked, Direct);
    const found = channels.find(({ user }) => user === chat);
    if (found) return found.id;
    from = paging?.next_cursor || undefined;
  } while (from !== undefined);
  throw new HubError('not_found', 'You have no direct messages with that person.');
}

/** True for a refusal with this code. */
export const refusedFor = (error: unknown, code: string): boolean =>
  error instanceof HubError && error.details.reason === code;

export const unknowable = (): never => {
  throw new HubError('outcome_unknown', 'Slack gave no clear answer. Look into the channel before you try again.');
};
