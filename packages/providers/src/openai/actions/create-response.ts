import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { question } from '../asked.ts';
import { eventsOf, unreadable } from '../events.ts';

const Part = z.object({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() });
const Answered = z.object({
  id: z.string(),
  model: z.string(),
  status: z.string(),
  error: z.object({ message: z.string() }).nullish(),
  incomplete_details: z.object({ reason: z.string().optional() }).nullish(),
  output: z.array(z.object({ type: z.string(), content: z.array(Part).optional().catch(undefined) })),
});
/** The last event of a stream, or the whole answer where the server does not stream. */
const Ended = z.union([
  z
    .object({
      type: z.enum(['response.completed', 'response.incomplete', 'response.failed']),
      response: Answered,
    })
    .transform(({ response }) => response),
  Answered,
]);

export const createResponse = defineAction({
  name: 'create_response',
  title: 'Ask a model (responses)',
  description:
    'Sends a question to a model by the newer responses API, which OpenAI and some others have. Running it twice asks twice, and costs twice.',
  effect: 'read',
  idempotent: true,
  needs: ['models.use'],
  phrases: ['ask {model} by responses: {prompt}'],
  input: z.strictObject({
    ...question,
    maxTokens: z.int().min(16).max(200_000).optional().describe('Longest answer, in tokens'),
  }),
  output: z.object({
    responseId: z.string(),
    text: z.string(),
    model: z.string(),
    finishReason: z.string().optional(),
  }),

  /** Nothing is kept at the service. @see https://platform.openai.com/docs/api-reference/responses/create (read 2026-11-21) */
  async run({ http }, { model, prompt, instructions, history = [], temperature, maxTokens }) {
    const said = history.map(({ role, text }) => ({ role, content: text }));
    const answer = await http.request('POST', '/responses', {
      json: {
        model,
        input: said.length > 0 ? [...said, { role: 'user', content: prompt }] : prompt,
        instructions,
        temperature,
        max_output_tokens: maxTokens,
        store: false,
        stream: true,
      },
      streamed: true,
    });
    for await (const event of eventsOf(answer)) {
      const ended = Ended.safeParse(event);
      if (ended.success) return resultOf(ended.data);
    }
    throw unreadable('the answer does not end');
  },

  examples: [
    { input: { model: 'gpt-4o-mini', prompt: 'Write one sentence about the Harborline launch.', maxTokens: 200 } },
  ],
});

function resultOf({ id, model, error, incomplete_details: cut, output }: z.output<typeof Answered>) {
  if (error)
    throw new HubError('provider_rejected', `The service broke off: ${error.message.slice(0, 200)}`, {
      reason: error.message.slice(0, 200),
    });
  const parts = output.flatMap(({ type, content }) => (type === 'message' ? (content ?? []) : []));
  const text = parts.map((part) => part.text ?? part.refusal ?? '').join('');
  return { responseId: id, text, model, ...(cut?.reason && { finishReason: cut.reason }) };
}
