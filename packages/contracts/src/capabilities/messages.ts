import { z } from 'zod';
import { FileId, outsideId } from '../ids.ts';
import { defineCapability } from './capability.ts';

const chatId = outsideId(256).describe('Chat or channel').optional();
const MessageSent = z.object({ messageId: z.string(), chatId: z.string(), url: z.url().optional() });

/** Chats, channels and people that can be written to. */
export const messagesListChats = defineCapability({
  name: 'messages.list_chats',
  title: 'List chats',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({
    chats: z.array(
      z.object({ id: z.string(), title: z.string(), kind: z.enum(['person', 'group', 'channel']).optional() }),
    ),
  }),
});

/** Without `chatId` it goes to the chat that is stored with the connection. */
export const messagesSend = defineCapability({
  name: 'messages.send',
  title: 'Send a message',
  effect: 'send',
  input: z.strictObject({ chatId, text: z.string().min(1).max(4096).describe('Text') }),
  output: MessageSent,
});

export const messagesSendFile = defineCapability({
  name: 'messages.send_file',
  title: 'Send a file',
  effect: 'send',
  input: z.strictObject({
    chatId,
    fileId: FileId.describe('File'),
    text: z.string().max(1024).describe('Words with it').optional(),
  }),
  output: MessageSent,
});
