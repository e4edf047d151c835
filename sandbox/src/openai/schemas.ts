import { z } from 'zod';

const number = z.number();
const part = z.strictObject({ type: z.literal('text'), text: z.string() });
const message = z.strictObject({
  role: z.enum(['developer', 'system', 'user', 'assistant']),
  content: z.union([z.string(), z.array(part).min(1)]),
  name: z.string().optional(),
});

/** What the stand-in takes of a chat completion; anything else is refused as unknown. */
export const chatBody = z.strictObject({
  model: z.string(),
  messages: z.array(message).min(1),
  temperature: number.min(0).max(2).optional(),
  top_p: number.min(0).max(1).optional(),
  max_tokens: z.int().min(1).optional(),
  max_completion_tokens: z.int().min(1).optional(),
  n: z.literal(1).optional(),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.boolean().optional() }).optional(),
  user: z.string().optional(),
});

const inputItem = z.strictObject({
  type: z.literal('message').optional(),
  role: z.enum(['developer', 'system', 'user', 'assistant']),
  content: z.string(),
});

export const responseBody = z.strictObject({
  model: z.string(),
  input: z.union([z.string(), z.array(inputItem).min(1)]),
  instructions: z.string().optional(),
  temperature: number.min(0).max(2).optional(),
  max_output_tokens: z.int().min(16).optional(),
  store: z.boolean().optional(),
  stream: z.boolean().optional(),
});

export const embeddingBody = z.strictObject({
  model: z.string(),
  input: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(2_048)]),
  dimensions: z.int().min(1).optional(),
  encoding_format: z.literal('float').optional(),
  user: z.string().optional(),
});
