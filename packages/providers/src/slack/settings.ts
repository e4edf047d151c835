import { z } from 'zod';

/** A channel, group or direct message, or a person. */
export const chatPattern = /^[CGDUW][A-Z0-9]{2,20}$/;

/** What a person may keep with the connection. */
export const settings = z.object({
  defaultChatId: z
    .string()
    .regex(chatPattern)
    .describe('Channel or person that messages go to unless another is named')
    .meta({
      title: 'Default channel',
      editable: true,
      picked: { action: 'slack.list_channels', items: 'chats', value: 'id', label: 'title' },
    })
    .optional(),
});
