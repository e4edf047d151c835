import { z } from 'zod';

/** A chat's number, negative for groups and channels, or the public name of one. */
export const chatPattern = /^(-?\d{1,16}|@[A-Za-z]\w{3,31})$/;

/** What a person may keep with the connection. */
export const settings = z.object({
  defaultChatId: z
    .string()
    .regex(chatPattern)
    .describe('Chat that messages go to unless another is named. Write to the bot first, then choose it here.')
    .meta({
      title: 'Default chat',
      editable: true,
      picked: { action: 'telegram.list_chats', items: 'chats', value: 'id', label: 'title' },
    })
    .optional(),
});
