import { z } from 'zod';
import { method } from './method.ts';
import { p } from './parameters.ts';
import { bad, told } from './refusals.ts';

/** The bot itself, and how it gets what is written to it. */
export const updateMethods = {
  getMe: method(z.strictObject({}), ({ user }) => ({
    ...user,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  })),

  getUpdates: method(
    z.strictObject({
      offset: p.int().optional(),
      limit: p.int(1, 100).optional(),
      timeout: p.int(0, 50).optional(),
      allowed_updates: p.json(z.array(z.string())).optional(),
    }),
    (bot, { offset, limit = 100 }) => {
      if (bot.webhook !== '') {
        const hint =
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
        throw told(409, `Conflict: ${hint}`);
      }
      // An offset confirms what came before it; a negative one counts from the end.
      if (offset !== undefined && offset < 0) bot.updates = bot.updates.slice(offset);
      else if (offset !== undefined) bot.updates = bot.updates.filter(({ update_id: id }) => id >= offset);
      return bot.updates.slice(0, limit);
    },
  ),

  setWebhook: method(
    z.strictObject({
      url: p.text,
      max_connections: p.int(1, 100).optional(),
      allowed_updates: p.json(z.array(z.string())).optional(),
      drop_pending_updates: p.bool.optional(),
      secret_token: z
        .string()
        .regex(/^[\w-]{1,256}$/)
        .optional(),
    }),
    (bot, { url, drop_pending_updates: drop }) => {
      if (url !== '' && !url.startsWith('https://'))
        throw bad('bad webhook: An HTTPS URL must be provided for webhook');
      bot.webhook = url;
      if (drop) bot.updates = [];
      return true;
    },
  ),

  deleteWebhook: method(
    z.strictObject({ drop_pending_updates: p.bool.optional() }),
    (bot, { drop_pending_updates: drop }) => {
      bot.webhook = '';
      if (drop) bot.updates = [];
      return true;
    },
  ),

  getWebhookInfo: method(z.strictObject({}), ({ webhook, updates }) => ({
    url: webhook,
    has_custom_certificate: false,
    pending_update_count: updates.length,
  })),
};
