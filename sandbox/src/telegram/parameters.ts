import { z } from 'zod';
import { jsonText } from '../kit/api.ts';
import { filePart } from '../kit/multipart.ts';

const fromText = <T extends z.ZodType>(schema: T) => jsonText(schema, "can't parse JSON object");

/** Parameters come as JSON values, or as texts in a query, a form or a multipart body. */
export const p = {
  chat: z.union([z.int(), z.string().regex(/^(-?\d{1,16}|@\w+)$/, 'chat not found')]),
  int: (min = -(2 ** 31), max = 2 ** 31) => fromText(z.int().min(min).max(max)),
  bool: fromText(z.boolean()),
  text: z.string(),
  json: fromText,
  file: z.union([filePart, z.string().min(1)]),
};

/** Parameters of everything that is sent. */
export const sending = {
  chat_id: p.chat,
  disable_notification: p.bool.optional(),
  protect_content: p.bool.optional(),
  reply_parameters: p
    .json(z.strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() }))
    .optional(),
};

export const formatting = {
  parse_mode: z.enum(['HTML'], 'unsupported parse_mode').optional(),
};
