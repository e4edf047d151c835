import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { question } from '../asked.ts';
import { eventsOf, unreadable } from '../events.ts';

/** A piece of an answer, or the whole where the server does not stream. */
const Chunk = z.object({
  model: z.string().optional().catch(undefined),
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).optional(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).optional(),
        finish_reason: z.string().nullish(),
      }),
    )
    .catch([]),
});

export const createChatCompletion = defineAction({
  name: 'create_chat_completion',
  title: 'Ask a model',
  description: 'Sends a question to a model and gives its answer. Running it twice asks twice, and costs twice.',
  effect: 'read',
  idempotent: true,
  needs: ['models.use'],
  phrases: ['ask {model}: {prompt}', 'ask the model {prompt}'],
  input: z.strictObject({
    ...question,
    maxTokens: z.int().min(1).max(200_000).optional().describe('Longest answer, in tokens'),
  }),
  output: z.object({ text: z.string(), model: z.string(), finishReason: z.string().optional() }),

  /** Streamed, because a model may think for longer than an answer may take. @see https://platform.openai.com/docs/api-reference/chat/create (read 2026-11-21) */
  async run({ http }, { model, prompt, instructions, history = [], temperature, maxTokens }) {
    const messages = [
      ...(instructions === undefined ? [] : [{ role: 'system', content: instructions }]),
      ...history.map(({ role, text }) => ({ role, content: text })),
      { role: 'user', content: prompt },
    ];
    const answer = await http.request('POST', '/chat/completions', {
      json: { model, messages, temperature, max_completion_tokens: maxTokens, stream: true },
      streamed: true,
    });
    let text = '';
    let refusal = '';
    let finishReason: string | undefined;
    let used = model;
    for await (const event of eventsOf(answer)) {
      const chunk = Chunk.safeParse(event);
      if (!chunk.success) throw unreadable('an event is no chunk');
      const [choice] = chunk.data.choices;
      const said = choice?.delta ?? choice?.message;
      text += said?.content ?? '';
      refusal += said?.refusal ?? '';
      finishReason = choice?.finish_reason ?? finishReason;
      used = chunk.data.model ?? used;
    }
    if (text === '' && refusal === '' && finishReason === undefined) throw unreadable('the answer is empty');
    return { text: text || refusal, model: used, ...(finishReason && { finishReason }) };
  },

  examples: [
    { input: { model: 'gpt-4o-mini', prompt: 'Write one sentence about the Harborline launch.' } },
    {
      title: 'With what was said before',
      input: {
        model: 'gpt-4o-mini',
        instructions: 'Answer in one word.',
        history: [
          { role: 'user', text: 'Who draws the quay map?' },
          { role: 'assistant', text: 'Priya.' },
        ],
        prompt: 'And who checks the export?',
        maxTokens: 50,
      },
    },
  ],
});
