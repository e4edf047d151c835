import { picked } from '@switchboard/provider-kit';
import { z } from 'zod';

/** A model, chosen from those that the key may use. */
export const model = (): z.ZodString =>
  picked({ action: 'openai.list_models', items: 'models', value: 'id', label: 'id' }, 200).describe(
    'Model, as the service names it',
  );

/** What every question to a model has. */
export const question = {
  model: model(),
  prompt: z.string().min(1).max(200_000).describe('What the model is asked'),
  instructions: z.string().min(1).max(50_000).optional().describe('How the model shall answer'),
  history: z
    .array(
      z.strictObject({
        role: z.enum(['user', 'assistant']).describe('Who said it'),
        text: z.string().min(1).max(200_000).describe('What was said'),
      }),
    )
    .max(100)
    .optional()
    .describe('What was said before, the oldest first'),
  temperature: z.number().min(0).max(2).optional().describe('0 for the same answer each time, up to 2 for variety'),
};
