import type { Explained, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const TelegramFailure = z.object({
  description: z.string().optional(),
  parameters: z
    .object({ retry_after: z.number().nonnegative().optional(), migrate_to_chat_id: z.number().optional() })
    .optional(),
});

/** What a bad request is about; Telegram tells it in words only. */
const badRequests: readonly (readonly [RegExp, Explained])[] = [
  [/chat not found/i, { kind: 'not_found', advice: 'The bot knows no such chat. Write to the bot there first.' }],
  [
    /message to \w+ not found|message_id_invalid|file is temporarily unavailable|invalid file_id/i,
    { kind: 'not_found' },
  ],
  [
    /group chat was upgraded/i,
    { kind: 'rejected', advice: 'That group became a supergroup and has another id now. Choose it anew.' },
  ],
  [
    /not enough rights|can't be (edited|deleted)|need administrator rights/i,
    { kind: 'rejected', advice: 'The bot may not do that in this chat.' },
  ],
];

/**
 * Reads Telegram's refusals: `{ ok: false, error_code, description, parameters }`.
 * @see https://core.telegram.org/bots/api#making-requests read on 2026-11-21
 */
export const explain: ProviderDeclaration['explain'] = ({ status, body }) => {
  const parsed = TelegramFailure.safeParse(body);
  const { description, parameters } = parsed.success ? parsed.data : {};
  const reason = description?.replace(/^(Bad Request|Forbidden|Conflict|Unauthorized|Too Many Requests): /, '');

  if (status === 401) return { kind: 'credential', reason };
  // Also of a text that is no token at all, which the pattern of the key keeps out.
  if (status === 404) return { kind: 'not_found', reason };
  if (status === 403) return { kind: 'rejected', reason, advice: forbidden(description ?? '') };
  if (status === 409) {
    const advice = 'Another program already reads what is written to this bot. Type the id of the chat instead.';
    return { kind: 'conflict', reason, advice };
  }
  if (status === 429) return { kind: 'limited', reason, retryAfterSeconds: parameters?.retry_after };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds: parameters?.retry_after };
  const [, meaning] = badRequests.find(([words]) => words.test(description ?? '')) ?? [];
  return { ...(meaning ?? { kind: 'rejected' }), reason };
};

const forbidden = (description: string): string =>
  /can't initiate|blocked|deactivated/i.test(description)
    ? 'A bot can write only to people who wrote to it and have not blocked it.'
    : 'The bot is not in this chat or may not write there.';
